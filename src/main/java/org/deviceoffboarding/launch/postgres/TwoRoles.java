package org.deviceoffboarding.launch.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Sets up the two roles of a database, by {@code two-roles.sql}, as docker-compose.yml does. */
final class TwoRoles {

    private TwoRoles() {}

    /** @param administrator a superuser's connection to the database, which looks into PostgreSQL's own schema only */
    static void setUp(Connection administrator, String password, String ownerPassword)
            throws IOException, SQLException {
        try (PreparedStatement passwords = administrator.prepareStatement(
                        "select pg_catalog.set_config('setup.user_password', ?, false), pg_catalog.set_config('setup.owner_password', ?, false)");
                Statement statement = administrator.createStatement()) {
            passwords.setString(1, password);
            passwords.setString(2, ownerPassword);
            passwords.executeQuery().close();
            statement.execute(script());
        }
    }

    private static String script() throws IOException {
        try (InputStream script = Objects.requireNonNull(TwoRoles.class.getResourceAsStream("two-roles.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
