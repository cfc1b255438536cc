package org.deviceoffboarding.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Tries the operator's database before the portal depends on it, so that a mistake is named and not a stack trace. */
final class DatabaseCheck {

    private static final int OLDEST_VERSION = 16;

    private static final String SECONDS_TO_WAIT = "10";

    private DatabaseCheck() {}

    /** @throws StartupException if the database can't be reached, refuses the user, or is too old */
    static void check(String url, String user, String password) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartupException("SPRING_DATASOURCE_URL is not the address of a PostgreSQL: it has the form"
                    + " jdbc:postgresql://host:5432/database.");
        }
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", SECONDS_TO_WAIT);
        properties.setProperty("loginTimeout", SECONDS_TO_WAIT);
        properties.setProperty("ApplicationName", "Device Offboarding Portal");
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            requireVersion(
                    connection.getMetaData().getDatabaseMajorVersion(),
                    connection.getMetaData().getDatabaseProductVersion());
            DatabaseAbilities.require(connection, () -> DriverManager.getConnection(url, properties), user);
        } catch (SQLException e) {
            throw new StartupException(sentence(e, address(url), user), e);
        }
    }

    static void requireVersion(int major, String whole) {
        if (major < OLDEST_VERSION) {
            throw new StartupException("The database is PostgreSQL " + whole + ", the portal needs " + OLDEST_VERSION
                    + " or newer: upgrade it, or set SPRING_DATASOURCE_URL to a newer one.");
        }
    }

    private static String sentence(SQLException e, String address, String user) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return "The database " + address + " refuses the user '" + user
                    + "': check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.";
        }
        if (state.equals("3D000")) {
            return "There is no database of that name at " + address + ": create it, or correct SPRING_DATASOURCE_URL.";
        }
        if (state.startsWith("08")) {
            return "The database " + address
                    + " can't be reached: check SPRING_DATASOURCE_URL, and that PostgreSQL runs there and lets this"
                    + " machine connect.";
        }
        return "The database " + address + " can't be used (" + e.getMessage() + "): check SPRING_DATASOURCE_URL.";
    }

    /** The address without parameters, among which a password may be. */
    private static String address(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("^jdbc:postgresql:(//)?", "");
    }
}
