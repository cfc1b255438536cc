package org.deviceoffboarding.inventory;

import static org.deviceoffboarding.inventory.table.FormerRecordTable.TEXTS;
import static org.deviceoffboarding.inventory.table.FormerRecordTable.each;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.inventory.table.FormerRecordTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is remembered of Intune from one inventory to the next: who had which record, and what protects devices. */
@Repository
class FormerRecordRepository {

    private static final String KEPT = each(", ", "%2$s = coalesce(excluded.%2$s, known.%2$s)", "");

    private final JdbcClient jdbc;

    FormerRecordRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns what is known of these devices' records, the latest first, besides what the records of a run say themselves. */
    List<FormerRecord> of(long runId, UUID[] deviceIds) {
        return jdbc.sql(FormerRecordTable.select(
                        "known.entra_device_id = any(:ids)", "known.gone_at desc nulls first, known.intune_id"))
                .param("run", runId)
                .param("ids", deviceIds)
                .query(FormerRecordTable::read)
                .list();
    }

    /** Returns which of these device IDs a run's copy has a device with. */
    Set<UUID> inEntra(long runId, Collection<UUID> deviceIds) {
        return Set.copyOf(
                jdbc.sql("select distinct device_id from entra_device where run_id = :run and device_id = any(:ids)")
                        .param("run", runId)
                        .param("ids", deviceIds.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    /** Remembers the managed devices of a copy and its Autopilot registrations, and since when others are gone. */
    void remember(long runId) {
        rememberMoved(runId);
        rememberRecords(runId);
        rememberRegistrations(runId);
        forget(runId);
    }

    private void rememberMoved(long runId) {
        run(runId, """
                insert into moved_managed_device as known (intune_id, entra_device_id, device_name, moved_at, %s)
                select k.intune_id, k.entra_device_id, k.device_name, i.read_at, %s
                from inventory i
                    join managed_device m on m.run_id = i.run_id
                    join known_managed_device k on k.intune_id = m.intune_id and k.entra_device_id <> m.entra_device_id
                where i.run_id = :run
                on conflict (entra_device_id, intune_id) do update
                set device_name = excluded.device_name, moved_at = excluded.moved_at, %s
                """.formatted(String.join(", ", TEXTS), each(", ", "k.%2$s", ""), KEPT));
    }

    /** Most say what is known: only the others are written. */
    private void rememberRecords(long runId) {
        run(runId, """
                insert into known_managed_device as known (intune_id, entra_device_id, device_name, %s)
                select m.intune_id, m.entra_device_id, m.device_name, %s
                from managed_device m left join known_managed_device k on k.intune_id = m.intune_id
                where m.run_id = :run and (k.intune_id is null or k.gone_at is not null
                   or (k.device_name, k.entra_device_id, %s) is distinct from (
                      coalesce(nullif(m.device_name, ''), k.device_name), coalesce(m.entra_device_id, k.entra_device_id), %s))
                on conflict (intune_id) do update
                set entra_device_id = coalesce(excluded.entra_device_id, known.entra_device_id),
                    device_name = coalesce(nullif(excluded.device_name, ''), known.device_name), gone_at = null, %s
                """.formatted(
                        String.join(", ", TEXTS),
                        each(", ", "%1$s", "m"),
                        each(", ", "k.%2$s", ""),
                        each(", ", "coalesce(%1$s, k.%2$s)", "m"),
                        KEPT));
        run(runId, """
                update known_managed_device k set gone_at = i.read_at from inventory i
                where i.run_id = :run and k.gone_at is null
                  and not exists (select from managed_device m where m.run_id = i.run_id and m.intune_id = k.intune_id)
                """);
    }

    private void rememberRegistrations(long runId) {
        run(runId, """
                insert into known_autopilot_identity as known (
                    id, entra_device_id, managed_device_id, serial_number, group_tag, model, manufacturer)
                select id, entra_device_id, managed_device_id, serial_number, group_tag, model, manufacturer
                from autopilot_identity
                where run_id = :run and (entra_device_id is not null or managed_device_id is not null)
                on conflict (id, entra_device_id, managed_device_id) do update
                set serial_number = coalesce(excluded.serial_number, known.serial_number),
                    group_tag = coalesce(excluded.group_tag, known.group_tag),
                    model = coalesce(excluded.model, known.model),
                    manufacturer = coalesce(excluded.manufacturer, known.manufacturer), gone_at = null
                where known.gone_at is not null
                   or (known.serial_number, known.group_tag, known.model, known.manufacturer) is distinct from (
                      coalesce(excluded.serial_number, known.serial_number),
                      coalesce(excluded.group_tag, known.group_tag), coalesce(excluded.model, known.model),
                      coalesce(excluded.manufacturer, known.manufacturer))
                """);
        run(runId, """
                update known_autopilot_identity k set gone_at = i.read_at from inventory i
                where i.run_id = :run and k.gone_at is null
                  and not exists (
                    select from autopilot_identity a
                    where a.run_id = i.run_id and a.id = k.id
                      and (a.entra_device_id, a.managed_device_id)
                          is not distinct from (k.entra_device_id, k.managed_device_id))
                """);
    }

    /** What is longer ago than the longest look-back there is goes, but for what protects a device that Entra still has. */
    private void forget(long runId) {
        String longAgo = " < i.read_at - interval '400 days' and not exists (select from entra_device e"
                + " where e.run_id = i.run_id and e.device_id = k.entra_device_id)";
        run(
                runId,
                "delete from known_managed_device k using inventory i where i.run_id = :run and k.gone_at" + longAgo);
        run(
                runId,
                "delete from moved_managed_device k using inventory i where i.run_id = :run and k.moved_at" + longAgo);
        run(
                runId,
                "delete from known_autopilot_identity k using inventory i where i.run_id = :run and k.gone_at"
                        + longAgo
                        + " and not exists (select from known_managed_device m where m.intune_id = k.managed_device_id)"
                        + " and not exists (select from moved_managed_device m where m.intune_id = k.managed_device_id)");
    }

    private void run(long runId, String sql) {
        jdbc.sql(sql).param("run", runId).update();
    }
}
