package org.deviceoffboarding.evaluation.ui;

import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.execution.RunTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores runs as they stand at some moment. */
final class ARun {

    private final JdbcClient jdbc;

    ARun(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Run completed() {
        return store("COMPLETED", null, false);
    }

    Run failed(String reason) {
        return store("FAILED", reason, false);
    }

    /** What it read looked incomplete. */
    Run incomplete(String reason) {
        return store("FAILED", reason, true);
    }

    Run running() {
        return store("RUNNING", null, false);
    }

    /** Lets a run that goes on end. */
    Run end(Run run, @Nullable String failure) {
        return jdbc.sql(
                        "update evaluation_run set status = :status, failure = :failure, finished_at = now(), phase = 'SUGGEST' where id = :id returning "
                                + RunTable.COLUMNS)
                .param("id", run.id())
                .param("status", failure == null ? "COMPLETED" : "FAILED")
                .param("failure", failure)
                .query(RunTable::read)
                .single();
    }

    private Run store(String status, @Nullable String failure, boolean incomplete) {
        return jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version, started_at, read_at, finished_at, failure, incomplete)
                values (:status, case when :status = 'COMPLETED' then 'SUGGEST' else 'READ' end, now(), 'o-1', 'owner@contoso.example', 0, 0, now(), now(),
                    case when :status <> 'RUNNING' then now() end, :failure, :incomplete)
                returning\s""" + RunTable.COLUMNS)
                .param("status", status)
                .param("failure", failure)
                .param("incomplete", incomplete)
                .query(RunTable::read)
                .single();
    }
}
