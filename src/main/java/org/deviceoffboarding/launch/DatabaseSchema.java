package org.deviceoffboarding.launch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Where the portal's tables are, and where a new connection looks first: that is up to the database and its roles, and can be changed
 * while the portal is down. It would begin anew in an empty schema, or take tables of others for its own.
 */
final class DatabaseSchema {

    private DatabaseSchema() {}

    /** @throws StartupException if the portal was in another schema that the connection looks into than in the first */
    static void requireSame(Connection connection, String user) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        with portals as (
                            select n.nspname as schema
                            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                            where c.relname in ('flyway_schema_history', 'evaluation_run') and c.relkind = 'r'
                            group by n.nspname having pg_catalog.count(*) = 2)
                        select pg_catalog.current_schema(), schema, pg_catalog.current_database()
                        from portals
                        where schema = any (pg_catalog.current_schemas(false))
                        order by schema = pg_catalog.current_schema() desc
                        limit 1
                        """)) {
            if (row.next() && !row.getString(2).equals(row.getString(1))) {
                throw new StartupException(sentence(user, row.getString(1), row.getString(2), row.getString(3)));
            }
        }
    }

    private static String sentence(String user, String first, String was, String database) {
        return "The portal's tables are in the schema '" + was + "' of the database, and the user '" + user
                + "' looks into '" + first
                + "' before: its search_path was changed. Nothing was changed by this start. Let an administrator put it"
                + " back, where it was set: ALTER DATABASE " + database + " RESET search_path, or ALTER ROLE " + user
                + " RESET search_path, also with IN DATABASE " + database + ".";
    }
}
