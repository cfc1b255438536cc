package org.deviceoffboarding.audit.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Connections that only read, each for a short while, so that no old snapshot is held. For several threads. */
final class LogConnections {

    /** By number, and from there by each entry's key: the planner must not read the whole log for a part of it. */
    private static final String BY_KEYS = """
            set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_seqscan = off;
            set local enable_bitmapscan = off; set local max_parallel_workers_per_gather = 0; set local jit = off
            """;

    /** All rows of two tables side by side, in the order of their keys, without a copy of either. */
    private static final String SIDE_BY_SIDE = """
            set local enable_hashjoin = off; set local enable_nestloop = off;
            set local max_parallel_workers_per_gather = 0; set local jit = off
            """;

    /**
     * What stands in other schemas is not read, and where a policy would hide rows PostgreSQL raises an error. Behind all other settings,
     * since it takes the snapshot.
     */
    private static final String AS_IT_IS = """
            select pg_catalog.set_config('row_security', 'off', true), pg_catalog.set_config('search_path',
                pg_catalog.quote_ident(pg_catalog.current_schema()::text) operator(pg_catalog.||) ', pg_temp', true)
            """;

    private static final String ONE_SNAPSHOT = "set transaction isolation level repeatable read;";

    private final DataSource database;
    private final SQLExceptionTranslator faults;

    LogConnections(DataSource database) {
        this.database = database;
        this.faults = new SQLErrorCodeSQLExceptionTranslator(database);
    }

    @FunctionalInterface
    interface Reading<R> {

        R read(Connection connection) throws SQLException;
    }

    /** Reads as the planner likes. */
    <R> R read(Reading<R> reading) {
        return read(AS_IT_IS, reading);
    }

    /** Reads what PostgreSQL says of its tables, for which the reading sets where it looks. */
    <R> R readCatalogs(Reading<R> reading) {
        return read("", reading);
    }

    /** Reads a few of many rows, by their keys. */
    <R> R readByKeys(Reading<R> reading) {
        return read(BY_KEYS + ";" + AS_IT_IS, reading);
    }

    /** Reads all rows of tables that belong together. */
    <R> R readSideBySide(Reading<R> reading) {
        return read(SIDE_BY_SIDE + ";" + AS_IT_IS, reading);
    }

    /** Reads a few of many rows, by their keys, by several statements that belong together. */
    <R> R readByKeysAtOnce(Reading<R> reading) {
        return read(ONE_SNAPSHOT + BY_KEYS + ";" + AS_IT_IS, reading);
    }

    @SuppressWarnings("NullAway") // a translator without a fallback of its own always knows an exception
    private <R> R read(String settings, Reading<R> reading) {
        try (Connection connection = database.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                apply(connection, settings);
                return reading.read(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        } catch (SQLException e) {
            throw faults.translate("Verify the audit log", null, e);
        }
    }

    private static void apply(Connection connection, String settings) throws SQLException {
        if (!settings.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(settings);
            }
        }
    }
}
