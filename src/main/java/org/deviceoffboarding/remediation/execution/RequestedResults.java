package org.deviceoffboarding.remediation.execution;

import java.util.Set;
import org.deviceoffboarding.evaluation.ResultNeed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A request goes by the suggestion that it was asked from, with its ticks, until it has ended. */
@Repository
class RequestedResults implements ResultNeed {

    private final JdbcClient jdbc;

    RequestedResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Long> runs() {
        return Set.copyOf(
                jdbc.sql("select distinct run_id from change_request where finished_at is null and run_id is not null")
                        .query(Long.class)
                        .list());
    }
}
