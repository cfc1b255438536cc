package org.deviceoffboarding.evaluation.retention;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which results are no longer kept, and how far their removal is. */
@Repository
class OldResults {

    private final JdbcClient jdbc;

    OldResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets the oldest result be shown no more that is from before a time, if there is one. Never the result that counts, nor
     * the one before it.
     *
     * @param needed runs whose results are left as they are
     */
    OptionalLong forgetOne(Instant before, Collection<Long> needed, Instant now) {
        return jdbc
                .sql("""
                update evaluation_run set forgotten_at = :now
                where id = (
                    select min(id) from evaluation_run
                    where status = 'COMPLETED' and forgotten_at is null and finished_at < :before
                      and not id = any(:needed)
                      and id < (select min(id) from (
                          select id from evaluation_run where status = 'COMPLETED' order by id desc limit 2) newest))
                returning id
                """)
                .param("now", Sql.timestamp(now))
                .param("before", Sql.timestamp(before))
                .param("needed", needed.toArray(Long[]::new))
                .query(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Returns the results that are kept, the newest first, each with whether it is kept however old it is. */
    List<OldResult> kept(Collection<Long> needed) {
        return jdbc.sql("""
                select id, finished_at, flagged, suggestions,
                       id = any(:needed) or id in (
                           select id from evaluation_run where status = 'COMPLETED' order by id desc limit 2) as stays
                from evaluation_run
                where status = 'COMPLETED' and forgotten_at is null
                order by id desc
                """)
                .param("needed", needed.toArray(Long[]::new))
                .query((row, number) -> new OldResult(
                        row.getLong("id"),
                        Sql.instant(row, "finished_at"),
                        row.getInt("flagged"),
                        row.getInt("suggestions"),
                        row.getBoolean("stays")))
                .list();
    }

    /** Returns the runs whose results were forgotten before a time and are not all removed, the oldest first. */
    List<Long> toEmpty(Instant forgottenBefore) {
        return jdbc.sql("""
                select id from evaluation_run where forgotten_at <= :before and not emptied order by id
                """)
                .param("before", Sql.timestamp(forgottenBefore))
                .query(Long.class)
                .list();
    }

    /** Lets nobody else remove some of a result until the end of the transaction: each would take the other's rows for none. */
    void hold(long runId) {
        jdbc.sql("select id from evaluation_run where id = :run for no key update")
                .param("run", runId)
                .query(Long.class)
                .optional();
    }

    void noteEmptied(long runId) {
        jdbc.sql("update evaluation_run set emptied = true where id = :run")
                .param("run", runId)
                .update();
    }

    /** Counts what runs flagged that a portal of before carried out, which keeps no totals. */
    void countUncounted() {
        jdbc.sql("""
                insert into finding_total (run_id, platform, situation, devices)
                select f.run_id, f.platform, f.situation, count(*)
                from finding f
                where f.run_id in (
                    select id from evaluation_run r
                    where status = 'COMPLETED' and flagged > 0 and not emptied
                      and not exists (select from finding_total t where t.run_id = r.id))
                group by 1, 2, 3
                on conflict do nothing
                """).update();
    }
}
