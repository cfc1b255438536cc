package org.deviceoffboarding.remediation.asking;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The result that somebody sees who looks now. */
public final class NewestResult {

    private NewestResult() {}

    /** Returns the run whose result counts; 0 before the first. */
    public static long of(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(max(id), 0) from evaluation_run where status = 'COMPLETED'")
                .query(Long.class)
                .single();
    }
}
