package org.deviceoffboarding.evaluation.guard;

import java.time.Instant;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which numbers of devices were accepted: those of completed runs, and those that an owner confirmed. */
@Repository
class InventoryGuardRepository {

    private final JdbcClient jdbc;

    InventoryGuardRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the numbers accepted last, or nothing before the first. */
    Optional<InventoryTotals> newest() {
        return jdbc.sql("""
                select id, entra_devices, managed_devices, autopilot_identities from evaluation_run
                where removed_at is null and (status = 'COMPLETED' or id in (select run_id from confirmed_inventory))
                order by id desc limit 1
                """)
                .query((row, number) -> new InventoryTotals(
                        row.getLong("id"),
                        row.getLong("entra_devices"),
                        row.getLong("managed_devices"),
                        row.getLong("autopilot_identities")))
                .optional();
    }

    /** Returns the newest completed run since a time whose audit list was not empty, with how many events that had. */
    Optional<AuditedRun> newestAudited(Instant since) {
        return jdbc.sql("""
                select id, audit_events from evaluation_run
                where status = 'COMPLETED' and removed_at is null and audit_events > 0 and read_at >= :since
                order by id desc limit 1
                """)
                .param("since", Sql.timestamp(since))
                .query((row, number) -> new AuditedRun(row.getLong("id"), row.getLong("audit_events")))
                .optional();
    }

    /** A run whose audit list held so many events. */
    record AuditedRun(long runId, long events) {}

    /** Returns whether this is the newest run, failed since it looked incomplete, and nobody confirmed it. */
    boolean waitsForConfirmation(long runId) {
        return jdbc.sql("""
                select exists (
                    select from evaluation_run
                    where id = :run and incomplete and removed_at is null and id = (select max(id) from evaluation_run)
                      and id not in (select run_id from confirmed_inventory))
                """).param("run", runId).query(Boolean.class).single();
    }

    void confirm(long runId, Actor actor, Instant now) {
        jdbc.sql("""
                insert into confirmed_inventory (run_id, confirmed_at, confirmed_by_id, confirmed_by_name)
                values (:run, :now, :actorId, :actorName)
                """)
                .param("run", runId)
                .param("now", Sql.timestamp(now))
                .param("actorId", actor.id())
                .param("actorName", Sql.text(actor.name()))
                .update();
    }
}
