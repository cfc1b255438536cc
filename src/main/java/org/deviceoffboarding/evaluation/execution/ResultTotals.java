package org.deviceoffboarding.evaluation.execution;

import java.util.function.Consumer;
import org.deviceoffboarding.evaluation.ResultPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what a run found, once that changes no more. The totals stay when the findings go. */
@Repository
class ResultTotals implements ResultPart {

    private final JdbcClient jdbc;

    ResultTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Prepared prepare(long runId, Consumer<Runnable> held) {
        held.accept(() -> count(runId));
        return () -> {};
    }

    /** Counts what a run flagged, by platform and situation. */
    private void count(long runId) {
        discard(runId);
        jdbc.sql("""
                insert into finding_total (run_id, platform, situation, devices)
                select run_id, platform, situation, count(*) from finding where run_id = :run group by 1, 2, 3
                """).param("run", runId).update();
    }

    @Override
    public void discard(long runId) {
        jdbc.sql("delete from finding_total where run_id = :run")
                .param("run", runId)
                .update();
    }

    /** Returns how many devices a run flagged that was {@linkplain #prepare counted}. */
    int flagged(long runId) {
        return number("select coalesce(sum(devices), 0) from finding_total where run_id = :run", runId);
    }

    /** Counts the devices that a run left out. */
    int leftOut(long runId) {
        return number("select count(*) from left_out where run_id = :run", runId);
    }

    private int number(String sql, long runId) {
        return jdbc.sql(sql).param("run", runId).query(Integer.class).single();
    }
}
