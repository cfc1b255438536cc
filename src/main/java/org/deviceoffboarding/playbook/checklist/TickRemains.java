package org.deviceoffboarding.playbook.checklist;

import org.deviceoffboarding.evaluation.ResultRemains;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was ticked off on the suggestions of a run. Before those go. */
@Repository
@Order(10)
class TickRemains implements ResultRemains {

    private final JdbcClient jdbc;

    TickRemains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int remove(long runId, int atMost) {
        return jdbc.sql("""
                delete from step_tick where (suggestion_id, step) in (
                    select suggestion_id, step from step_tick join suggestion_of_run using (suggestion_id)
                    where run_id = :run limit :most)
                """).param("run", runId).param("most", atMost).update();
    }
}
