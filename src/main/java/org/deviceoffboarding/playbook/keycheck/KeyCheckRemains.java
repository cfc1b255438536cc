package org.deviceoffboarding.playbook.keycheck;

import org.deviceoffboarding.evaluation.ResultRemains;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the keys of the suggestions of a run were read; what was read stays with the devices. Before the suggestions go. */
@Repository
@Order(10)
class KeyCheckRemains implements ResultRemains {

    private final JdbcClient jdbc;

    KeyCheckRemains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int remove(long runId, int atMost) {
        return jdbc.sql("""
                delete from key_check where id in (
                    select id from key_check join suggestion_of_run using (suggestion_id)
                    where run_id = :run limit :most)
                """).param("run", runId).param("most", atMost).update();
    }
}
