package org.deviceoffboarding.base.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Gives connections that let a page wait for a short time only, and whatever nobody sits in front of for a longer one. */
class LimitedDataSource extends DelegatingDataSource {

    private final DatabaseProperties limits;

    /** For whom each connection is set, a page or not: asked of no database, since most go to where they came from. */
    private final Map<PGConnection, Boolean> set = Collections.synchronizedMap(new WeakHashMap<>());

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
        if (!Boolean.valueOf(page).equals(set.get(raw))) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(limits.statements(page));
            }
            set.put(raw, page);
        }
    }
}
