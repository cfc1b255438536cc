package org.deviceoffboarding.base.jobs;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * This portal among all that work on the same database. While it is alive it holds a lock under its name, on a
 * connection of its own. PostgreSQL lets go of the lock when that connection ends, also when the process was killed, so
 * whoever gets the lock knows that the portal of that name is gone.
 */
@Component
class PortalNode {

    private static final int SECONDS_TO_ANSWER = 5;

    private final String name = "portal-" + UUID.randomUUID();
    private final DataSource dataSource;
    private @Nullable Connection connection;

    /** Whether the lock is this connection's. */
    private boolean shown;

    PortalNode(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns a name that no other portal has or had. */
    String name() {
        return name;
    }

    /** Takes the lock that shows that this portal is alive. */
    synchronized void join() throws SQLException {
        connection = dataSource.getConnection();
        shown = tryLock(name);
        if (!shown) {
            throw new IllegalStateException("Another portal calls itself " + name);
        }
    }

    /** Returns whether the portal of that name ended, however it did. */
    synchronized boolean isGone(String other) {
        if (other.equals(name) || !tryLock(other)) {
            return false;
        }
        unlock(other);
        return true;
    }

    /**
     * Makes sure that this portal still shows that it is alive: its connection may have been cut. Where the database does not
     * answer, or has not noticed yet, a later call does.
     *
     * @return whether its connection had been cut
     */
    synchronized boolean stay() throws SQLException {
        if (connection == null || (shown && isAlive(connection))) {
            return false;
        }
        shown = false;
        boolean cut = !isAlive(connection);
        if (cut) {
            Connection next = dataSource.getConnection();
            DataSourceUtils.releaseConnection(connection, dataSource);
            connection = next;
        }
        shown = tryLock(name);
        return cut;
    }

    synchronized void leave() {
        if (connection != null) {
            if (shown && isAlive(connection)) {
                unlock(name);
            }
            shown = false;
            DataSourceUtils.releaseConnection(connection, dataSource);
            connection = null;
        }
    }

    private static boolean isAlive(Connection used) {
        try {
            return used.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean tryLock(String key) {
        return ask("select pg_try_advisory_lock(hashtextextended(:key, 0))", key);
    }

    private void unlock(String key) {
        ask("select pg_advisory_unlock(hashtextextended(:key, 0))", key);
    }

    private boolean ask(String sql, String key) {
        if (connection == null) {
            throw new IllegalStateException("The portal has not joined yet");
        }
        return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql(sql)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }
}
