package org.deviceoffboarding.evaluation.retention;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs of an agent that is removed, and how far their results are. */
@Repository
class RemovedResults {

    /** @param runs how many were completed whose results are kept; the others are what these found together */
    record Totals(long runs, long flagged, long leftOut, long suggestions) {}

    /** What the newest result read. */
    record Read(long entraDevices, long managedDevices, long autopilotIdentities) {}

    private final JdbcClient jdbc;

    RemovedResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Long> running() {
        return jdbc.sql("select id from evaluation_run where status = 'RUNNING'")
                .query(Long.class)
                .list();
    }

    Totals totals() {
        return jdbc.sql("""
                select count(*) as runs, coalesce(sum(flagged), 0) as flagged, coalesce(sum(left_out), 0) as left_out,
                       coalesce(sum(suggestions), 0) as suggestions
                from evaluation_run where status = 'COMPLETED' and forgotten_at is null
                """)
                .query((row, number) -> new Totals(
                        row.getLong("runs"),
                        row.getLong("flagged"),
                        row.getLong("left_out"),
                        row.getLong("suggestions")))
                .single();
    }

    /** Returns what the newest result read; nothing where there is none. */
    List<Read> newest() {
        return jdbc.sql("""
                select entra_devices, managed_devices, autopilot_identities from evaluation_run
                where status = 'COMPLETED' and forgotten_at is null order by id desc limit 1
                """)
                .query((row, number) -> new Read(
                        row.getLong("entra_devices"),
                        row.getLong("managed_devices"),
                        row.getLong("autopilot_identities")))
                .list();
    }

    /** Lets no run count any more, nor what it found be shown. */
    void withdraw(Instant now) {
        jdbc.sql("""
                update evaluation_run
                set removed_at = :now, forgotten_at = case when status = 'COMPLETED' then coalesce(forgotten_at, :now) end
                where removed_at is null
                """).param("now", Sql.timestamp(now)).update();
        for (String table : List.of("finding_total", "confirmed_inventory", "finding_list", "left_out_list")) {
            jdbc.sql("delete from " + table
                            + " where run_id in (select id from evaluation_run where removed_at is not null)")
                    .update();
        }
    }

    /** Returns the removed runs whose results are not all deleted, the oldest first. */
    List<Long> toEmpty() {
        return jdbc.sql(
                        "select id from evaluation_run where removed_at is not null and status = 'COMPLETED' and not emptied order by id")
                .query(Long.class)
                .list();
    }

    /** Returns whether removed runs still say of which kind devices are, or how they hang together with Intune; also what somebody else is about to delete. */
    boolean hasKinds() {
        return jdbc.sql("""
                select exists (select from device_kind k join evaluation_run r on r.id = k.run_id where r.removed_at is not null)
                    or exists (select from device_link k join evaluation_run r on r.id = k.run_id where r.removed_at is not null)
                """).query(Boolean.class).single();
    }

    /** Deletes some of what removed runs say of that; returns how many rows that were. */
    int removeKinds(int most) {
        int kinds = jdbc.sql("""
                delete from device_kind where ctid = any(array(
                    select k.ctid from device_kind k join evaluation_run r on r.id = k.run_id
                    where r.removed_at is not null limit :most))
                """).param("most", most).update();
        return kinds > 0 ? kinds : jdbc.sql("""
                delete from device_link where ctid = any(array(
                    select k.ctid from device_link k join evaluation_run r on r.id = k.run_id
                    where r.removed_at is not null limit :most))
                """).param("most", most).update();
    }
}
