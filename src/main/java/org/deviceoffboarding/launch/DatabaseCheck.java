package org.deviceoffboarding.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.deviceoffboarding.base.database.DatabaseRoleException;
import org.deviceoffboarding.base.database.SchemaGuard;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tries the operator's database before the portal depends on it, so that a mistake is named and not a stack trace. */
final class DatabaseCheck {

    private static final int OLDEST_VERSION = 16;

    private static final String SECONDS_TO_WAIT = "10";

    private final String url;

    private DatabaseCheck(String url) {
        this.url = url;
    }

    /**
     * Tries the database as the portal's role, and as the one that migrates where it is another.
     *
     * @throws StartupException if the database can't be reached, refuses one of them, is too old, or lacks what one of them needs
     */
    static void check(String url, DatabaseRole portal, Optional<DatabaseRole> owner) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartupException("SPRING_DATASOURCE_URL is not the address of a PostgreSQL: it has the form"
                    + " jdbc:postgresql://host:5432/database.");
        }
        DatabaseCheck check = new DatabaseCheck(url);
        Found found = check.portal(portal, owner.isEmpty());
        owner.ifPresent(role -> check.owner(role, found));
    }

    /**
     * Connects as the portal's role.
     *
     * @throws StartupException if that does not work
     */
    static Connection connect(String url, DatabaseRole portal) {
        try {
            return DriverManager.getConnection(url, properties(portal));
        } catch (SQLException e) {
            throw new StartupException(new DatabaseCheck(url).sentence(e, portal), e);
        }
    }

    /** As whom the portal works in truth, and which schemas it looks into. */
    private record Found(String role, List<String> path) {}

    private Found portal(DatabaseRole portal, boolean migrates) {
        Properties properties = properties(portal);
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            requireVersion(
                    connection.getMetaData().getDatabaseMajorVersion(),
                    connection.getMetaData().getDatabaseProductVersion());
            DatabaseSchema.requireSame(connection, portal.user());
            DatabaseAbilities.require(
                    connection, () -> DriverManager.getConnection(url, properties), portal.user(), migrates);
            return found(connection);
        } catch (SQLException e) {
            throw new StartupException(sentence(e, portal), e);
        }
    }

    private void owner(DatabaseRole owner, Found portal) {
        Properties properties = properties(owner);
        properties.setProperty("currentSchema", close(properties, portal, owner));
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            requireMember(connection, owner.user(), portal.role());
            DatabaseAbilities.require(
                    connection, () -> DriverManager.getConnection(url, properties), owner.user(), true);
        } catch (SQLException e) {
            throw new StartupException(sentence(e, owner), e);
        }
    }

    /** Before the owner asks anything: the portal's role could have made what answers. */
    private String close(Properties owner, Found portal, DatabaseRole role) {
        try {
            return new SchemaGuard(new DriverManagerDataSource(url, (Properties) owner.clone()))
                    .close(portal.role(), portal.path());
        } catch (DatabaseRoleException strange) {
            throw new StartupException(String.valueOf(strange.getMessage()), strange);
        } catch (CannotCreateTransactionException e) {
            throw e.getMostSpecificCause() instanceof SQLException refused
                    ? new StartupException(sentence(refused, role), refused)
                    : e;
        }
    }

    private static Properties properties(DatabaseRole role) {
        Properties properties = new Properties();
        properties.setProperty("user", role.user());
        properties.setProperty("password", role.password());
        properties.setProperty("connectTimeout", SECONDS_TO_WAIT);
        properties.setProperty("loginTimeout", SECONDS_TO_WAIT);
        properties.setProperty("ApplicationName", "Device Offboarding Portal");
        return properties;
    }

    private static Found found(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_user, array_agg(name::text order by place)
                        from unnest(current_schemas(false)) with ordinality as path (name, place)
                        """)) {
            row.next();
            return new Found(
                    row.getString(1), List.of((String[]) row.getArray(2).getArray()));
        }
    }

    /** It changes what belongs to the portal's role, and hands over what it makes. */
    private static void requireMember(Connection connection, String owner, String portal) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select current_user = ?, pg_has_role(?, 'USAGE') and pg_has_role(?, 'SET')")) {
            for (int parameter = 1; parameter <= 3; parameter++) {
                statement.setString(parameter, portal);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getBoolean(1)) {
                    throw new StartupException(
                            "SPRING_DATASOURCE_URL names a user, who would be the owner of the audit log and"
                                    + " the portal's role at once: take it out of the address.");
                }
                if (!row.getBoolean(2)) {
                    throw new StartupException("The role '" + owner
                            + "' of PORTAL_OWNER_USERNAME is not a member of the role '"
                            + portal + "', to which it hands over what it makes: let an administrator run GRANT "
                            + portal
                            + " TO " + owner + " WITH INHERIT TRUE, SET TRUE.");
                }
            }
        }
    }

    static void requireVersion(int major, String whole) {
        if (major < OLDEST_VERSION) {
            throw new StartupException("The database is PostgreSQL " + whole + ", the portal needs " + OLDEST_VERSION
                    + " or newer: upgrade it, or set SPRING_DATASOURCE_URL to a newer one.");
        }
    }

    private String sentence(SQLException e, DatabaseRole role) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return "The database " + address() + " refuses the user '" + role.user() + "': check " + role.settings()
                    + ".";
        }
        if (state.equals("3D000")) {
            return "There is no database of that name at " + address()
                    + ": create it, or correct SPRING_DATASOURCE_URL.";
        }
        if (state.startsWith("08")) {
            return "The database " + address()
                    + " can't be reached: check SPRING_DATASOURCE_URL, and that PostgreSQL runs there and lets this"
                    + " machine connect.";
        }
        return "The database " + address() + " can't be used (" + e.getMessage() + "): check SPRING_DATASOURCE_URL.";
    }

    /** The address without parameters, among which a password may be. */
    private String address() {
        return url.replaceFirst("\\?.*", "").replaceFirst("^jdbc:postgresql:(//)?", "");
    }
}
