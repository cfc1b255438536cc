package org.deviceoffboarding.base.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Gives connections that let a page wait for a short time only, and whatever nobody sits in front of for a longer one. All look for names
 * where the first one did: where a role looks the role itself can change, and entries would go into a table that only looks like the log.
 */
class LimitedDataSource extends DelegatingDataSource {

    private final DatabaseProperties limits;

    /** For whom each connection is set, a page or not: asked of no database, since most go to where they came from. */
    private final Map<PGConnection, Boolean> set = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Whoever has got hold of the portal's role may set for it what it finds, and what stays after a crash: the portal says for itself
     * what it relies on.
     */
    private static final String OWN = """
            set gin_fuzzy_search_limit = 0; set transform_null_equals = off; set row_security = on;
            set default_transaction_isolation = 'read committed'; set default_transaction_read_only = off;
            select pg_catalog.set_config('synchronous_commit', 'on', false) where pg_catalog.current_setting('synchronous_commit') = 'off';
            """;

    /** Empty until the first connection was asked. */
    private volatile String path = "";

    LimitedDataSource(DataSource pool, DatabaseProperties limits) {
        super(pool);
        this.limits = limits;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            limit(connection, PageWork.isGoingOn());
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void limit(Connection connection, boolean page) throws SQLException {
        PGConnection raw = connection.unwrap(PGConnection.class);
        Boolean before = set.get(raw);
        if (!Boolean.valueOf(page).equals(before)) {
            try (Statement statement = connection.createStatement()) {
                String settings =
                        before == null ? path(statement) + OWN + limits.statements(page) : limits.statements(page);
                statement.execute(settings);
            }
            set.put(raw, page);
        }
    }

    /** Returns what sets where to look: never where the portal's role makes tables, and last among what is temporary. */
    private String path(Statement statement) throws SQLException {
        if (path.isEmpty()) {
            try (ResultSet row = statement.executeQuery("select pg_catalog.current_schemas(false)")) {
                row.next();
                Stream<String> schemas = Stream.of((String[]) row.getArray(1).getArray())
                        .filter(schema -> !schema.equals(SchemaGuard.COPIES) && !schema.startsWith("pg_temp"))
                        .map(SchemaGuard::quoted);
                path = Stream.concat(schemas, Stream.of("pg_temp"))
                        .collect(Collectors.joining(", ", "set search_path = ", "; "));
            }
        }
        return path;
    }
}
