package org.deviceoffboarding.launch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import org.deviceoffboarding.base.database.SchemaGuard;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** What a database has to be able to do, and its user to be allowed, each named where it is missing. */
final class DatabaseAbilities {

    private static final String POOLER =
            "Between the portal and its database stands a pooler, such as pgbouncer, that gives each"
                    + " transaction another connection: set it to the mode 'session', or set SPRING_DATASOURCE_URL to the database itself.";

    private DatabaseAbilities() {}

    /**
     * Looks for what a user of the database needs.
     *
     * @param migrates whether it is this user who creates what is not there yet
     * @throws StartupException if something is missing, with a sentence that says what to do
     */
    static void require(Connection connection, Callable<Connection> another, String user, boolean migrates)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('server_encoding'),
                            pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on',
                            current_schema(),
                            has_schema_privilege(current_schema(), 'CREATE'),
                            has_database_privilege(current_database(), 'TEMPORARY'),
                            current_database()
                        """)) {
            row.next();
            requireUtf8(row.getString(1));
            requireWritable(row.getBoolean(2));
            requireSchema(user, row.getString(3));
            if (migrates) {
                requireToMake(user, row.getString(3), row.getBoolean(4));
            }
            requireTemporary(user, row.getBoolean(5), row.getString(6));
        }
        requireTextSearch(connection, user, migrates);
        requireCopies(connection, user, migrates);
        requirePreparedStatements(connection);
        requireOwnConnections(connection, another);
    }

    private static void requireUtf8(String encoding) {
        if (!encoding.equals("UTF8")) {
            throw new StartupException("The database has the encoding " + encoding
                    + ", in which names of devices and people can't be stored: create one with the encoding UTF8.");
        }
    }

    private static void requireWritable(boolean readOnly) {
        if (readOnly) {
            throw new StartupException(
                    "The database can only be read, as a standby can: set SPRING_DATASOURCE_URL to the"
                            + " one that takes changes.");
        }
    }

    private static void requireSchema(String user, @Nullable String schema) {
        if (schema == null) {
            throw new StartupException(
                    "The user '" + user + "' has no schema in the database: none in its search_path is"
                            + " there, or it may use none of them. Create one that belongs to it.");
        }
    }

    private static void requireToMake(String user, String schema, boolean may) {
        if (!may) {
            throw new StartupException("The user '" + user + "' may not create tables in the schema '" + schema
                    + "' of the database: let an administrator run GRANT CREATE ON SCHEMA " + schema + " TO " + user
                    + ".");
        }
    }

    /** Runs make tables there. Migrations create it, and whoever migrates for another lets that one make tables there. */
    private static void requireCopies(Connection connection, String user, boolean migrates) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select n.oid is not null, has_schema_privilege(n.oid, 'CREATE'),
                            has_database_privilege(current_database(), 'CREATE'), current_database()
                        from (select) one left join pg_namespace n on n.nspname = '%s'
                        """.formatted(SchemaGuard.COPIES))) {
            row.next();
            if (row.getBoolean(1) && !row.getBoolean(2)) {
                throw new StartupException("The user '" + user + "' may not create tables in the schema '"
                        + SchemaGuard.COPIES
                        + "' of the database: let an administrator run GRANT USAGE, CREATE ON SCHEMA "
                        + SchemaGuard.COPIES
                        + " TO " + user + ".");
            }
            if (!row.getBoolean(1) && migrates && !row.getBoolean(3)) {
                throw new StartupException("The user '" + user + "' may not create the schema '" + SchemaGuard.COPIES
                        + "', in which runs make tables: let an administrator run GRANT CREATE ON DATABASE "
                        + row.getString(4)
                        + " TO " + user + ".");
            }
        }
    }

    private static void requireTemporary(String user, boolean may, String database) {
        if (!may) {
            throw new StartupException("The user '" + user + "' may not create temporary tables in the database: let an"
                    + " administrator run GRANT TEMPORARY ON DATABASE " + database + " TO " + user + ".");
        }
    }

    /** Migrations create it where it is not there; searches in long lists need it. */
    private static void requireTextSearch(Connection connection, String user, boolean migrates) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select exists (select from pg_opclass where opcname = 'gin_trgm_ops' and pg_opclass_is_visible(oid)),
                            (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace
                             where e.extname = 'pg_trgm'),
                            exists (select from pg_available_extensions where name = 'pg_trgm'),
                            has_database_privilege(current_database(), 'CREATE'),
                            current_database()
                        """)) {
            row.next();
            boolean toBeCreated = row.getString(2) == null;
            if (!row.getBoolean(1) && (migrates || !toBeCreated)) {
                requireTextSearch(user, row.getString(2), row.getBoolean(3), row.getBoolean(4), row.getString(5));
            }
        }
    }

    static void requireTextSearch(
            String user, @Nullable String schema, boolean available, boolean create, String database) {
        if (schema != null) {
            throw new StartupException("The database has its extension pg_trgm in the schema '" + schema
                    + "', where the user '"
                    + user + "' does not look: let an administrator run GRANT USAGE ON SCHEMA " + schema + " TO " + user
                    + " and ALTER ROLE " + user + " IN DATABASE " + database
                    + " SET search_path = \"$user\", public, " + schema + ".");
        }
        if (!available) {
            throw new StartupException(
                    "PostgreSQL's extension pg_trgm is not installed on the database's server, and the portal"
                            + " searches with it: install it there, which comes with PostgreSQL's package 'contrib'.");
        }
        if (!create) {
            throw new StartupException("The user '" + user
                    + "' may not create the extension pg_trgm, which the portal searches"
                    + " with: let an administrator run CREATE EXTENSION pg_trgm in the database " + database + ".");
        }
    }

    private static void requirePreparedStatements(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select ?")) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(1);
            for (int time = 0; time < 3; time++) {
                statement.setInt(1, time);
                statement.executeQuery().close();
            }
        } catch (SQLException e) {
            // The statement is not there, or another's is.
            if (String.valueOf(e.getSQLState()).matches("26000|42P05")) {
                throw new StartupException(POOLER, e);
            }
            throw e;
        }
    }

    private static void requireOwnConnections(Connection one, Callable<Connection> another) throws SQLException {
        try (Connection other = another.call()) {
            requireDifferent(process(one), process(other));
        } catch (SQLException | StartupException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two connections that are open at the same time have two processes, unless a pooler shares them out. */
    static void requireDifferent(int one, int other) {
        if (one == other) {
            throw new StartupException(POOLER);
        }
    }

    private static int process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
