package org.deviceoffboarding.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.deviceoffboarding.launch.postgres.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCheckTest {

    private static EmbeddedDatabase database;

    @BeforeAll
    static void startDatabase(@TempDir Path folder) {
        database = EmbeddedDatabase.start(folder.resolve("postgres"));
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
    }

    @Test
    void aDatabaseThatIsNewEnoughIsAccepted() {
        DatabaseCheck.check(database.url(), EmbeddedDatabase.USER, database.password());
    }

    @Test
    void aWrongPasswordIsNamedAndNotShown() {
        assertThat(refusal(database.url() + "?password=hidden", EmbeddedDatabase.USER, "wrong"))
                .contains("refuses the user 'portal'", "SPRING_DATASOURCE_PASSWORD")
                .doesNotContain("wrong", "hidden");
    }

    @Test
    void aDatabaseThatDoesNotExistIsNamed() {
        assertThat(refusal(database.url() + "_missing", EmbeddedDatabase.USER, database.password()))
                .contains("no database of that name", "portal_missing");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(refusal("jdbc:postgresql://127.0.0.1:" + port + "/portal", "portal", "secret"))
                .startsWith("The database 127.0.0.1:" + port + "/portal can't be reached");
    }

    @Test
    void anotherKindOfDatabaseIsRefused() {
        assertThat(refusal("jdbc:mysql://db/portal", "portal", "secret")).contains("not the address of a PostgreSQL");
    }

    @Test
    void anOldVersionIsRefused() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> DatabaseCheck.requireVersion(15, "15.7"))
                .withMessageStartingWith("The database is PostgreSQL 15.7, the portal needs 16 or newer");
    }

    private static String refusal(String url, String user, String password) {
        try {
            DatabaseCheck.check(url, user, password);
            return "accepted";
        } catch (StartupException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
