package org.deviceoffboarding.inventory;

import org.deviceoffboarding.inventory.table.RemovalEventTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Every removal event that was ever read, for as long as any look-back can last: a later list that lacks it makes no device
 * come back. The pages of the list {@linkplain RemovalEventTable#COPY write} it.
 */
@Repository
class KnownEventRepository {

    private final JdbcClient jdbc;

    KnownEventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds to a run's copy what its list lacks of the time that it looks back to, and the IDs that it no longer names. */
    void add(long runId) {
        run(runId, """
                insert into removal_event (run_id, %1$s)
                select i.run_id, %2$s
                from inventory i join known_removal_event known on known.at >= i.removed_since
                where i.run_id = :run
                on conflict do nothing
                """.formatted(
                        RemovalEventTable.COLUMNS, "known." + RemovalEventTable.COLUMNS.replace(", ", ", known.")));
        run(runId, """
                update removal_event e
                set entra_device_id = coalesce(e.entra_device_id, known.entra_device_id),
                    intune_id = coalesce(e.intune_id, known.intune_id)
                from known_removal_event known
                where e.run_id = :run and e.event_id = known.event_id and e.part = known.part
                  and (e.entra_device_id is null and known.entra_device_id is not null
                       or e.intune_id is null and known.intune_id is not null)
                """);
    }

    /** Keeps whose each event is, once that is found out: the record that told it may belong to another device later. */
    void learn(long runId) {
        run(runId, """
                update known_removal_event known set entra_device_id = e.entra_device_id
                from removal_event e
                where e.run_id = :run and e.event_id = known.event_id and e.part = known.part
                  and known.entra_device_id is null and e.entra_device_id is not null
                """);
    }

    /** Forgets what is longer ago than the longest look-back there is. */
    void forget(long runId) {
        run(
                runId,
                "delete from known_removal_event known using inventory i"
                        + " where i.run_id = :run and known.at < i.read_at - interval '400 days'");
    }

    /** Returns what a run's audit list held, beside what it lacks. It was read to its end. */
    AuditListReading read(long runId) {
        return jdbc.sql("""
                select row_count, coalesce(read_count, row_count) as read_count,
                       (select count(*) from removal_event e where e.run_id = s.run_id and e.source = 'AUDIT') as known
                from inventory_source s where run_id = :run and source = 'REMOVAL_EVENTS'
                """)
                .param("run", runId)
                .query((row, number) -> new AuditListReading(
                        row.getLong("read_count"),
                        row.getLong("row_count"),
                        Math.max(0, row.getLong("known") - row.getLong("row_count"))))
                .single();
    }

    private void run(long runId, String sql) {
        jdbc.sql(sql).param("run", runId).update();
    }
}
