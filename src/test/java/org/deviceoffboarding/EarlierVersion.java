package org.deviceoffboarding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What a portal of schema 93 left behind when it was killed, and the demo tenant of 200 devices that it worked for:
 *
 * <ul>
 *   <li>run 1 is completed; run 2 asks Intune by key, picked by a portal that is gone. It was requested when version 1 of the
 *       rules (silent after 200 days) and of the instructions (no macOS) were the newest; versions 2 came while it went on;
 *   <li>request 1, to disable six devices, is approved. Entra did it to the first, without a clear answer; the others wait;
 *   <li>request 2 waits for approval.
 * </ul>
 *
 * <p>Taken with {@code COPY} from that version itself. All times but those of the audit log, whose chain proves them, are moved
 * by as much as has passed since, so that nothing has expired.
 */
public final class EarlierVersion {

    private static final String SCHEMA = "93";
    private static final String FILES = "/earlier-version/";
    private static final Instant TAKEN_AT = Instant.parse("2026-11-28T13:11:04Z");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");

    /** Whole seconds, as the database and the tenant round what is finer in their own ways. */
    private final Duration since =
            Duration.ofSeconds(Duration.between(TAKEN_AT, Instant.now()).toSeconds());

    /** Creates a database as that version left it, in which one role made everything, and returns its JDBC URL. */
    public String createDatabase() {
        String url = TestDatabase.create();
        letPortalMakeTables(url);
        Flyway.configure()
                .dataSource(url, TestDatabase.USER, "")
                .target(SCHEMA)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            connection.createStatement().execute("set session_replication_role = replica"); // as a backup is restored
            restore(connection);
            letTimePass(connection);
            goOnCounting(connection);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The database of an earlier version cannot be restored", e);
        }
        return url;
    }

    /** As it could until it had a schema of its own for them. */
    private static void letPortalMakeTables(String url) {
        JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"))
                .sql("grant create on schema public to " + TestDatabase.USER)
                .update();
    }

    /** Starts the tenant, which knows the identities that were given to the portal and what was done to its devices. */
    public DemoTenant startTenant(Path folder) {
        Path state = folder.resolve("tenant.json");
        try {
            Files.writeString(state, moved(text("tenant.json")));
            Files.writeString(Path.of(state + ".changes"), moved(text("tenant.json.changes")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DemoTenant.start(new DemoTenantProperties(0, "127.0.0.1", 200, 1), state);
    }

    private void restore(Connection connection) throws IOException, SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(getClass().getResourceAsStream(FILES + "database.copy.gz"))),
                StandardCharsets.UTF_8))) {
            for (String into = lines.readLine(); into != null; into = lines.readLine()) {
                StringBuilder rows = new StringBuilder();
                for (String row = lines.readLine(); !row.equals("\\."); row = lines.readLine()) {
                    rows.append(row).append('\n');
                }
                copy.copyIn(into, new StringReader(rows.toString()));
            }
        }
    }

    private void letTimePass(Connection connection) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        jdbc.sql("""
                select format('update %I set ', table_name)
                       || string_agg(format('%1$I = %1$I + make_interval(secs => %2$s)', column_name, :seconds), ', ')
                from information_schema.columns
                where table_schema = 'public' and data_type = 'timestamp with time zone'
                  and table_name not in ('audit_entry', 'flyway_schema_history')
                group by table_name
                """)
                .param("seconds", since.toSeconds())
                .query(String.class)
                .list()
                .forEach(update -> jdbc.sql(update).update());
    }

    private static void goOnCounting(Connection connection) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        jdbc.sql("""
                select format('select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %I',
                              table_name, column_name, column_name, table_name)
                from information_schema.columns where table_schema = 'public' and is_identity = 'YES'
                """)
                .query(String.class)
                .list()
                .forEach(update -> jdbc.sql(update).query(Long.class).single());
    }

    private String moved(String text) {
        return TIME.matcher(text)
                .replaceAll(time -> Instant.parse(time.group()).plus(since).toString());
    }

    private static String text(String file) throws IOException {
        try (var content = Objects.requireNonNull(EarlierVersion.class.getResourceAsStream(FILES + file))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns what asks a database. */
    public static JdbcClient jdbc(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
    }
}
