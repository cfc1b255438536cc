package org.deviceoffboarding.suggestion;

import org.deviceoffboarding.evaluation.ResultRemains;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The suggestions of a run, with their factors, their notes, and the devices that were still there. */
@Repository
@Order(20)
class SuggestionRemains implements ResultRemains {

    /** A suggestion takes its factors along. */
    private static final int FACTORS = 20;

    private final JdbcClient jdbc;

    SuggestionRemains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int remove(long runId, int atMost) {
        int stillThere = jdbc.sql("""
                delete from still_there where (suggestion_id, object_id) in (
                    select t.suggestion_id, t.object_id from still_there t join suggestion s on s.id = t.suggestion_id
                    where s.run_id = :run limit :most)
                """).param("run", runId).param("most", atMost).update();
        return stillThere > 0
                ? stillThere
                : jdbc.sql("""
                        delete from suggestion where id in (
                            select id from suggestion where run_id = :run order by id limit :most)
                        """)
                        .param("run", runId)
                        .param("most", atMost / FACTORS)
                        .update();
    }
}
