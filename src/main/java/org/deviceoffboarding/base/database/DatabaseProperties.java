package org.deviceoffboarding.base.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the database may keep anybody waiting; 0 is without end.
 *
 * @param statementTimeout for one statement of a page
 * @param lockTimeout for a lock that a page needs
 * @param idleTimeout until a page's transaction that does nothing is ended
 * @param jobStatementTimeout as the first, for whatever nobody sits in front of: runs, requests, migrations
 */
@ConfigurationProperties("portal.database")
record DatabaseProperties(
        @DefaultValue("30s") Duration statementTimeout,
        @DefaultValue("5s") Duration lockTimeout,
        @DefaultValue("60s") Duration idleTimeout,
        @DefaultValue("1h") Duration jobStatementTimeout,
        @DefaultValue("1m") Duration jobLockTimeout,
        @DefaultValue("10m") Duration jobIdleTimeout) {

    /**
     * For whoever waits: to compile a statement takes longer than most of them take, and what all devices are compared with, up to a
     * million, has to fit into a table in memory, or each of them is looked up alone. What somebody types decides which index finds it, and is
     * not known where one plan is to serve for all.
     */
    private static final String QUICK =
            "; set jit = off; set hash_mem_multiplier = 16; set plan_cache_mode = force_custom_plan";

    private static final String USUAL =
            "; set jit to default; set hash_mem_multiplier to default; set plan_cache_mode to default";

    /** Returns what sets the limits of a connection. */
    String statements(boolean page) {
        return page
                ? statements(statementTimeout, lockTimeout, idleTimeout) + QUICK
                : statements(jobStatementTimeout, jobLockTimeout, jobIdleTimeout) + USUAL;
    }

    private static String statements(Duration statement, Duration lock, Duration idle) {
        return "set statement_timeout = %d; set lock_timeout = %d; set idle_in_transaction_session_timeout = %d"
                .formatted(statement.toMillis(), lock.toMillis(), idle.toMillis());
    }
}
