package org.deviceoffboarding;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.deviceoffboarding.base.database.MigratedDatabase;
import org.deviceoffboarding.launch.postgres.EmbeddedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives each application context of the tests a database of its own, on one PostgreSQL for the whole test run, as a portal has it
 * after its first start: migrations are the same for all, and take longer than anything else of a context. It has two roles as
 * installations have: the portal works as {@link #USER}, and {@link #OWNER} migrates and owns the audit log.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The role that the portal works as. */
    public static final String USER = "portal_user";

    /** The role that migrates and owns the audit log. */
    public static final String OWNER = "portal_owner";

    /** Nobody is asked for one. */
    private static final String PASSWORD = "not-asked-for";

    private static final String TEMPLATE = "two_roles";

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings = new HashMap<>(settings(MigratedDatabase.create()));
        settings.put("portal.run-watch", "false"); // there is no other portal; tests look by hand
        settings.put("portal.session.watch", "false");
        settings.put("portal.key-watch", "false");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test audit files", TestAuditFiles.settings()));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", settings));
    }

    /** Returns the settings of a portal that works on a database with the two roles. */
    public static Map<String, String> settings(String url) {
        return settings(url, PASSWORD, PASSWORD);
    }

    /** Returns the settings of a portal that works on a database where the two roles have these passwords. */
    public static Map<String, String> settings(String url, String password, String ownerPassword) {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", USER,
                "spring.datasource.password", password,
                "portal.owner.username", OWNER,
                "portal.owner.password", ownerPassword);
    }

    /**
     * Does what neither of the portal's roles may, as the server's administrator does, but in the transaction of the one who asks:
     * to see whether it is found.
     */
    public static void asAdministrator(JdbcClient jdbc, String statement) {
        jdbc.sql("select administrator.run(:statement)")
                .param("statement", statement)
                .query()
                .singleRow();
    }

    /** Creates an empty database and returns its JDBC URL; neither the two roles nor {@code postgres}, its administrator, need a password. */
    public static String create() {
        return create(TEMPLATE);
    }

    /** Creates a copy of a database, to which nobody may be connected, and returns its JDBC URL. */
    public static String copyOf(String url) {
        return create(url.substring(url.lastIndexOf('/') + 1));
    }

    private static String create(String template) {
        String name = "test_" + COUNT.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            // Its files are copied, which costs less than half of what writing each of its pages to the log does.
            statement.execute(
                    "create database %s template %s owner %s strategy file_copy".formatted(name, template, OWNER));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create a test database", e);
        }
        // The address names a user, who would be everybody.
        return Server.POSTGRES.getJdbcUrl("postgres", name).replaceFirst("\\?.*", "");
    }

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                Path data = Files.createTempDirectory("test-databases");
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off") // nothing is read again after the machine fails
                        // A hundred databases that are visited each minute keep somebody visiting all the time.
                        .setServerConfig("autovacuum_naptime", "5min")
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("max_prepared_transactions", "5")
                        .setRegisterShutdownHook(false)
                        .start();
                makeTemplate(postgres);
                // After the contexts, which would wait for it for half a minute to store their last words.
                SpringApplication.getShutdownHandlers().add(() -> stop(postgres, data));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot set up the roles of the test databases", e);
            }
        }

        private static void makeTemplate(EmbeddedPostgres postgres) throws IOException, SQLException {
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + TEMPLATE);
            }
            try (var connection = postgres.getDatabase("postgres", TEMPLATE).getConnection();
                    var statement = connection.createStatement();
                    var roles = EmbeddedDatabase.class.getResourceAsStream("two-roles.sql");
                    var administrator = TestDatabase.class.getResourceAsStream("/administrator.sql")) {
                statement.execute("set setup.owner_password = '" + PASSWORD + "'");
                statement.execute("set setup.user_password = '" + PASSWORD + "'");
                statement.execute(new String(Objects.requireNonNull(roles).readAllBytes(), StandardCharsets.UTF_8));
                statement.execute(
                        new String(Objects.requireNonNull(administrator).readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        /** A hundred databases are as many thousand files, which others can do without waiting for them to be deleted. */
        private static void stop(EmbeddedPostgres postgres, Path data) {
            try {
                postgres.close();
                new ProcessBuilder("rm", "-rf", data.toString()).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
