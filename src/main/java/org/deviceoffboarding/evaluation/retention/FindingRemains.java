package org.deviceoffboarding.evaluation.retention;

import org.deviceoffboarding.evaluation.ResultRemains;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The findings of a run and the devices that it left out. Last, since what others keep hangs on them. */
@Repository
@Order
class FindingRemains implements ResultRemains {

    private final JdbcClient jdbc;

    FindingRemains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int remove(long runId, int atMost) {
        int findings = remove("finding", runId, atMost);
        return findings + remove("left_out", runId, atMost - findings);
    }

    private int remove(String table, long runId, int atMost) {
        return jdbc.sql(
                        "delete from %1$s where run_id = :run and object_id in (select object_id from %1$s where run_id = :run limit :most)"
                                .formatted(table))
                .param("run", runId)
                .param("most", atMost)
                .update();
    }
}
