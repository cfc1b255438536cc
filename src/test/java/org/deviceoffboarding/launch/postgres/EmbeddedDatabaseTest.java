package org.deviceoffboarding.launch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.deviceoffboarding.launch.StartupException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class EmbeddedDatabaseTest {

    private static Path template;

    private final Path folder;

    EmbeddedDatabaseTest(@TempDir Path parent) throws Exception {
        folder = parent.resolve("postgres");
        new ProcessBuilder("cp", "-a", template.toString(), folder.toString())
                .start()
                .waitFor();
    }

    @BeforeAll
    static void createDatabaseOnce(@TempDir Path parent) throws Exception {
        template = parent.resolve("postgres");
        EmbeddedDatabase.start(template).close();
    }

    @Test
    void keepsItsDataFromStartToStart() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            execute(database, "create table kept as select 23 as value");
        }

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(number(database, "select value from kept")).isEqualTo(23);
        }
    }

    @Test
    void aServerThatAKilledPortalLeftBehindIsReplacedWithItsData() throws Exception {
        EmbeddedDatabase leftBehind = EmbeddedDatabase.start(folder);
        execute(leftBehind, "create table kept as select 23 as value");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect(leftBehind));
            assertThat(number(database, "select value from kept")).isEqualTo(23);
        }
    }

    @Test
    void aFileOfAServerThatIsGoneDoesNotKeepItFromStarting() throws Exception {
        long ourselves = ProcessHandle.current().pid();
        Files.writeString(
                folder.resolve("data/postmaster.pid"), ourselves + "\n" + folder.resolve("data") + "\n1\n5432\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(number(database, "select 1")).isEqualTo(1);
        }
    }

    @Test
    void asksForThePassword() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, "guessed"))
                    .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void writesAreSafeOnceTheyAreCommitted() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(number(database, """
                    select count(*) from pg_settings
                    where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums')
                      and setting = 'on'
                    """)).isEqualTo(4);
        }
    }

    @Test
    void dataOfAnotherVersionIsRefused() throws Exception {
        Files.writeString(folder.resolve("data/PG_VERSION"), "15\n");

        assertRefused(folder, "is of PostgreSQL 15, this portal brings PostgreSQL 18");
    }

    @Test
    void aFolderOfSomethingElseIsRefusedAndLeftAsItIs() throws Exception {
        FileSystemUtils.deleteRecursively(folder.resolve("data"));
        Path letter = Files.createDirectory(folder.resolve("data")).resolve("letter.txt");
        Files.writeString(letter, "Dear Ada");

        assertRefused(folder, "is not one of the portal's embedded database");
        assertThat(letter).hasContent("Dear Ada");
    }

    @Test
    void brokenDataIsRefusedWithThePlaceOfTheServersLog() throws Exception {
        Files.delete(folder.resolve("data/global/pg_control"));

        assertRefused(folder, folder.resolve("postgres.log") + " says why");
    }

    @Test
    void aServerThatIsKilledIsStartedAgainAtTheSameAddressWithItsData() throws Exception {
        BlockingQueue<String> lost = new LinkedBlockingQueue<>();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            database.watch(lost::add);
            execute(database, "create table kept as select 23 as value");
            for (int killed = 0; killed < 3; killed++) {
                kill();

                assertThat(numberOnceItIsBack(database, "select value from kept"))
                        .isEqualTo(23);
            }
        }

        assertThat(lost).isEmpty();
        assertThat(PostmasterFile.read(folder.resolve("data")))
                .as("stopped, and not started again")
                .isEmpty();
    }

    @Test
    void aServerThatCannotBeStartedAgainIsLostWithASentence() throws Exception {
        BlockingQueue<String> lost = new LinkedBlockingQueue<>();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            database.watch(lost::add);
            Files.move(folder.resolve("data/global/pg_control"), folder.resolve("pg_control"));
            kill();

            assertThat(lost.poll(2, TimeUnit.MINUTES))
                    .startsWith("The embedded database ended and can't be started again; ")
                    .contains(folder.resolve("postgres.log") + " says why");
        }
        Files.move(folder.resolve("pg_control"), folder.resolve("data/global/pg_control"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(number(database, "select 1")).isEqualTo(1);
        }
    }

    private void kill() throws IOException {
        long process = PostmasterFile.read(folder.resolve("data")).orElseThrow().process();
        ProcessHandle postmaster = ProcessHandle.of(process).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    private static long numberOnceItIsBack(EmbeddedDatabase database, String sql) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (true) {
            try {
                return number(database, sql);
            } catch (SQLException away) {
                assertThat(Instant.now()).isBefore(deadline);
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private static void assertRefused(Path folder, String sentence) {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> EmbeddedDatabase.start(folder))
                .withMessageContaining(sentence);
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, database.password());
    }
}
