package org.deviceoffboarding.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.deviceoffboarding.TestDatabase;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Plants secrets where a portal could leave them, and looks whether the search bites. */
class SecretSearchTest {

    private static final String TOKEN = "mX9-7Q_tRkzL0pWcVb3sYhJ2nFdG8uEaKi5oTq1C";

    private final KnownSecrets secrets = new KnownSecrets();
    private final Path folder;

    SecretSearchTest(@TempDir Path folder) {
        this.folder = folder;
        secrets.note("refresh token", TOKEN);
    }

    @Test
    void aSecretInALogIsFound() throws IOException {
        Files.writeString(folder.resolve("portal.log"), "started\nrefused " + TOKEN + "\n");
        try (OutputStream rolled = new GZIPOutputStream(Files.newOutputStream(folder.resolve("portal.log.1.gz")))) {
            rolled.write(TOKEN.getBytes(UTF_8));
        }

        assertThat(new SecretSearch(secrets).folder("data folder", folder).findings())
                .containsExactly(
                        "data folder, portal.log, line 2: refresh token in clear",
                        "data folder, portal.log.1.gz, line 1: refresh token in clear");
    }

    @Test
    void aSecretInAnExportIsFoundAlsoInAWorkbook() throws IOException {
        Path csv = Files.writeString(folder.resolve("audit.csv"), "Time;Summary\n1;Signed in by " + TOKEN + "\n");
        Path xlsx = folder.resolve("audit.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(xlsx), "test", "1.0")) {
            workbook.newWorksheet("Audit log").value(1, 1, TOKEN);
        }

        assertThat(new SecretSearch(secrets).file("export audit.csv", csv).findings())
                .containsExactly("export audit.csv, line 2: refresh token in clear");
        assertThat(new SecretSearch(secrets).file("export audit.xlsx", xlsx).findings())
                .singleElement()
                .asString()
                .startsWith("export audit.xlsx, xl/")
                .endsWith("refresh token in clear");
    }

    @Test
    void aSecretInTheDatabaseIsFoundInEveryKindOfColumn() throws SQLException {
        try (Connection connection = DriverManager.getConnection(TestDatabase.create(), "postgres", "postgres")) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("create schema elsewhere").update();
            jdbc.sql("create table elsewhere.kept (id int, note text, details jsonb, bytes bytea, list text[])")
                    .update();
            jdbc.sql("insert into elsewhere.kept values (1, 'a\tb', '{}', '', '{}')")
                    .update();
            assertThat(new SecretSearch(secrets).database(connection).findings())
                    .isEmpty();

            jdbc.sql("""
                    insert into elsewhere.kept values
                        (2, 'a' || chr(9) || 'b' || :token, null, null, null),
                        (3, null, jsonb_build_object('before', jsonb_build_array(:token::text)), null, null),
                        (4, null, null, '\\x00ff'::bytea || convert_to(:token, 'UTF8'), null),
                        (5, null, null, null, array['', :token])
                    """).param("token", TOKEN).update();

            assertThat(new SecretSearch(secrets).database(connection).findings())
                    .containsExactly(
                            "table elsewhere.kept, column bytes: refresh token in hexadecimal",
                            "table elsewhere.kept, column details: refresh token in clear",
                            "table elsewhere.kept, column list: refresh token in clear",
                            "table elsewhere.kept, column note: refresh token in clear");
        }
    }

    @Test
    void theKeysAndPasswordsOfADataFolderMayBeWhereTheyAreKeptAndNowhereElse() throws IOException {
        Files.writeString(folder.resolve("secret.key"), "a-key-that-nobody-may-read\n");
        Files.writeString(folder.resolve("secret.key.0123456789abcdef"), "the-key-that-was-before-it\n");
        Files.writeString(
                Files.createDirectory(folder.resolve("postgres")).resolve("password"), "a-password-of-the-database\n");
        Files.writeString(
                folder.resolve("audit-key.pem"),
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n");
        secrets.noteDataFolder(folder);
        assertThat(secrets.kinds()).containsExactly("audit key", "database password", "refresh token", "secret key");
        assertThat(new SecretSearch(secrets).folder("data folder", folder).findings())
                .isEmpty();

        Files.writeString(
                folder.resolve("portal.log"),
                "a-key-that-nobody-may-read\nthe-key-that-was-before-it\na-password-of-the-database\ntuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n");
        Files.writeString(folder.resolve("postgres/postgres.log"), "a-key-that-nobody-may-read");

        assertThat(new SecretSearch(secrets).folder("data folder", folder).findings())
                .containsExactly(
                        "data folder, portal.log, line 1: secret key in clear",
                        "data folder, portal.log, line 2: secret key in clear",
                        "data folder, portal.log, line 3: database password in clear",
                        "data folder, portal.log, line 4: audit key in clear",
                        "data folder, postgres/postgres.log, line 1: secret key in clear");
    }

    @Test
    void theSecretsOfSettingsAreSearchedForAndTheirFilesAreNot() {
        secrets.noteSettings(Map.of(
                "PORTAL_SECRET_KEY", "a-key-that-nobody-may-read",
                "SPRING_DATASOURCE_PASSWORD", "a-password-of-the-database",
                "PORTAL_SECRET_KEY_FILE", "/run/secrets/portal-key",
                "PORTAL_PUBLIC_URL", "https://portal.example"));

        assertThat(secrets.kinds()).containsExactly("PORTAL_SECRET_KEY", "SPRING_DATASOURCE_PASSWORD", "refresh token");
    }

    @Test
    void theLedgerOfADemoTenantIsSearchedFor() throws IOException {
        Path ledger = Files.writeString(
                folder.resolve("ledger.jsonl"), "{\"kind\":\"client secret\",\"secret\":\"a \\\"secret\\\" of it\"}\n");
        secrets.noteLedger(ledger);

        assertThat(new SecretSearch(secrets)
                        .text("console", "a \"secret\" of it")
                        .findings())
                .containsExactly("console, line 1: client secret in clear");
    }

    @Test
    void aLedgerThatNobodyKeptIsAFailureAndNotAGoodResult() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> secrets.noteLedger(folder.resolve("none.jsonl")))
                .withMessage("The demo tenant kept no ledger of its secrets");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new SecretSearch(new KnownSecrets()))
                .withMessageContaining("secrets to search for");
    }

    @Test
    void aFindingFailsTheTestThatSearches() {
        SecretSearch search = new SecretSearch(secrets).text("console", TOKEN);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(search::assertNothingFound)
                .withMessageContaining("console, line 1: refresh token in clear")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(TOKEN));
    }
}
