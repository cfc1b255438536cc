package org.deviceoffboarding.inventory.list;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tables {@code listed_device} and {@code listed_total}: what pages list of each device of a copy, with what Intune's records say of it and what earlier
 * inventories knew. Joined once for each copy, and again for each device that is corrected in it.
 */
@Component
public class ListedDevices {

    private static final String COLUMNS = """
            run_id, object_id, device_id, name, name_key, platform, ownership_kind, trust_type, enabled, last_sign_in,
            intune_id, last_sync, heard_at, serial_number, serial_key, user_name, user_key, search_text""";

    /**
     * The latest record first; it is what counts where several say something. What earlier inventories knew of a record that
     * says the same itself adds nothing.
     */
    private static final String JOINED = """
            select e.run_id, e.object_id, e.device_id, e.display_name, lower(e.display_name), e.platform, e.ownership_kind,
                   e.trust_type, e.account_enabled, e.last_sign_in, m.intune_id, m.last_sync,
                   greatest(e.last_sign_in, m.last_sync), coalesce(m.serial_number, k.serial_number),
                   lower(coalesce(m.serial_number, k.serial_number)), coalesce(m.user_name, k.user_name),
                   lower(coalesce(m.user_name, k.user_name)),
                   lower(concat(E'\\n', e.display_name, m.texts, k.texts))
            from entra_device e
                left join (
                    select entra_device_id,
                           (array_agg(intune_id order by last_sync desc nulls last, intune_id))[1] as intune_id,
                           max(last_sync) as last_sync,
                           (array_agg(serial_number order by last_sync desc nulls last, intune_id)
                               filter (where serial_number is not null))[1] as serial_number,
                           (array_agg(coalesce(user_principal_name, user_display_name)
                                      order by last_sync desc nulls last, intune_id)
                               filter (where coalesce(user_principal_name, user_display_name) is not null))[1] as user_name,
                           string_agg(concat(E'\\n' || device_name, E'\\n' || serial_number, E'\\n' || user_principal_name,
                                             E'\\n' || user_display_name), '') as texts
                    from managed_device
                    where run_id = :run and %2$s
                    group by entra_device_id) m on m.entra_device_id = e.device_id
                left join (
                    select known.entra_device_id,
                           (array_agg(known.serial_number order by known.gone_at desc nulls first, known.intune_id)
                               filter (where known.serial_number is not null))[1] as serial_number,
                           (array_agg(coalesce(known.user_principal_name, known.user_display_name)
                                      order by known.gone_at desc nulls first, known.intune_id)
                               filter (where coalesce(known.user_principal_name, known.user_display_name) is not null))[1]
                               as user_name,
                           string_agg(concat(E'\\n' || known.serial_number, E'\\n' || known.user_principal_name,
                                             E'\\n' || known.user_display_name), '') as texts
                    from former_record known
                    where %3$s and not exists (
                        select from managed_device now
                        where now.run_id = :run and now.intune_id = known.intune_id
                          and now.entra_device_id = known.entra_device_id
                          and (known.serial_number is null or now.serial_number = known.serial_number)
                          and (known.user_principal_name is null or now.user_principal_name = known.user_principal_name)
                          and (known.user_display_name is null or now.user_display_name = known.user_display_name))
                    group by known.entra_device_id) k on k.entra_device_id = e.device_id
            where e.run_id = :run and %1$s
            """;

    /** Where they stood is remembered for whoever reads the inventory's list to its end meanwhile, see {@link DeviceExports}. */
    private static final String REMOVED = """
            with gone as (
                delete from listed_device where run_id = :run and object_id = any(:ids)
                returning run_id, object_id, device_id, name_key, platform, ownership_kind, trust_type, enabled, last_sign_in,
                    intune_id, last_sync, serial_key, user_key),
            kept as (
                insert into relisted_device (run_id, object_id, device_id, name_key, platform, ownership_kind, trust_type, enabled,
                    last_sign_in, intune_id, last_sync, serial_key, user_key)
                select * from gone where exists (select from inventory where run_id = :run and published_at is not null))
            select count(*) from gone
            """;

    private static final String OF_THESE =
            "(select device_id from entra_device where run_id = :run and object_id = any(:ids))";

    private final JdbcClient jdbc;
    private final CopyTables tables;

    ListedDevices(JdbcClient jdbc, CopyTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    /** Lists all devices of a copy that was read to its end, in the order of their names. May be repeated. Not in a transaction. */
    public void make(long runId) {
        if (tables.isAttached(runId, CopyTables.LISTED)) {
            return;
        }
        tables.fill(
                runId,
                CopyTables.LISTED,
                "insert into " + CopyTables.of(CopyTables.LISTED, runId) + " (" + COLUMNS + ") "
                        + JOINED.formatted("true", "entra_device_id is not null", "true")
                                .replace(":run", Long.toString(runId))
                        + " order by lower(e.display_name) collate \"C\", e.object_id");
        total(runId);
        tables.attach(runId, CopyTables.LISTED);
        tables.vacuum(runId, CopyTables.LISTED);
    }

    /** Counts a copy's devices once: from then on each change adds a row, so that nobody waits for another to count. */
    private void total(long runId) {
        jdbc.sql("delete from listed_total where run_id = :run or run_id not in (select run_id from inventory)")
                .param("run", runId)
                .update();
        jdbc.sql("insert into listed_total (run_id, devices) select :run, count(*) from "
                        + CopyTables.of(CopyTables.LISTED, runId))
                .param("run", runId)
                .update();
    }

    /** Lists some devices of a copy anew, by their object IDs, as they are in it now, which may be: not at all. */
    @Transactional
    public void renew(long runId, Collection<UUID> objectIds) {
        UUID[] ids = objectIds.toArray(UUID[]::new);
        int before = jdbc.sql(REMOVED)
                .param("run", runId)
                .param("ids", ids)
                .query(Integer.class)
                .single();
        int after = jdbc.sql("insert into listed_device (" + COLUMNS + ") "
                        + JOINED.formatted(
                                "e.object_id = any(:ids)",
                                "entra_device_id in " + OF_THESE,
                                "known.entra_device_id in " + OF_THESE))
                .param("run", runId)
                .param("ids", ids)
                .update();
        if (after != before) {
            jdbc.sql("""
                    insert into listed_total (run_id, devices)
                    select :run, :more where exists (select from listed_total where run_id = :run)
                    """).param("run", runId).param("more", after - before).update();
        }
    }

    /** Lists devices anew that records were found of, by their device IDs. */
    @Transactional
    public void renewByDeviceId(long runId, Collection<UUID> deviceIds) {
        renew(runId, devices("device_id = any(:ids)", runId, deviceIds));
    }

    /** Lists devices anew that records were found of, by their Intune IDs. */
    @Transactional
    public void renewByRecord(long runId, Collection<UUID> intuneIds) {
        String ofThese = "(select entra_device_id from managed_device where run_id = :run and intune_id = any(:ids))";
        renew(runId, devices("device_id in " + ofThese, runId, intuneIds));
    }

    private List<UUID> devices(String condition, long runId, Collection<UUID> ids) {
        return jdbc.sql("select object_id from entra_device where run_id = :run and " + condition)
                .param("run", runId)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}
