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
import java.util.List;
import java.util.Set;
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
            keep(database);
        }

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(number(database, "select value from kept")).isEqualTo(23);
        }
    }

    @Test
    void aServerThatAKilledPortalLeftBehindIsReplacedWithItsData() throws Exception {
        EmbeddedDatabase leftBehind = EmbeddedDatabase.start(folder);
        keep(leftBehind);

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect(leftBehind));
            assertThat(number(database, "select value from kept")).isEqualTo(23);
        }
    }

    @Test
    void hasTwoRolesOfWhichNeitherIsASuperuser() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(number(database, """
                    select count(*) from pg_roles
                    where rolname in ('portal_user', 'portal_owner')
                      and not rolsuper and not rolcreaterole and not rolcreatedb and not rolreplication
                    """)).isEqualTo(2);
            assertThat(number(database, "select count(*) from pg_roles where pg_has_role(oid, 'MEMBER')"))
                    .as("the portal's role is itself, and nobody else")
                    .isEqualTo(1);
            assertThat(Set.of(database.password(), database.ownerPassword(), database.administratorPassword()))
                    .as("a password for each")
                    .hasSize(3);
            DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, database.ownerPassword())
                    .close();
        }
    }

    @Test
    void whatTheOwnerMadeDoesNotRunAsTheAdministratorAtTheNextStart() throws Exception {
        try (EmbeddedDatabase before = EmbeddedDatabase.start(folder)) {
            execute(
                    before,
                    EmbeddedDatabase.OWNER,
                    before.ownerPassword(),
                    "create table called (by text)",
                    "grant all on called to public",
                    "create schema evil",
                    """
                    create function evil.set_config(name text, value text, here boolean) returns text language plpgsql as $$
                    begin
                        insert into public.called values (current_user);
                        return pg_catalog.set_config(name, value, here);
                    end $$
                    """,
                    """
                    create function evil.same(oid, regclass) returns boolean language plpgsql as $$
                    begin
                        insert into public.called values (current_user);
                        return $1 operator(pg_catalog.=) $2::pg_catalog.oid;
                    end $$
                    """,
                    "create operator public.= (leftarg = oid, rightarg = regclass, function = evil.same)",
                    "alter database portal set search_path = evil, pg_catalog, public");
        }

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(number(database, "select count(*) from public.called")).isZero();
        }
    }

    @Test
    void thePortalsRoleWritesNoFunctions() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            for (String language : List.of("sql", "plpgsql")) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> execute(
                                database,
                                EmbeddedDatabase.USER,
                                database.password(),
                                "create function pg_temp.more() returns int language " + language + " as 'select 1'"))
                        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("42501"))
                        .withMessageContaining("permission denied for language " + language);
            }
        }
    }

    @Test
    void aFolderFromBeforeThereWereTwoRolesIsDivided() throws Exception {
        try (EmbeddedDatabase before = EmbeddedDatabase.start(folder)) {
            administer(
                    before,
                    "create table audit_kept as select 23 as value",
                    "create table kept (id bigint generated always as identity, value integer)",
                    "create view kept_view as select value from kept",
                    "create function kept_function() returns integer language sql return 23",
                    "alter database portal owner to portal",
                    "drop owned by portal_owner, portal_user",
                    "drop role portal_owner, portal_user");
        }
        Files.delete(folder.resolve("user-password"));
        Files.delete(folder.resolve("owner-password"));

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(number(database, """
                    select (select count(*) from pg_class
                            where relnamespace = 'public'::regnamespace and relowner = 'portal_owner'::regrole
                              and relname in ('audit_kept', 'kept', 'kept_id_seq', 'kept_view'))
                        + (select count(*) from pg_proc
                           where proname = 'kept_function' and proowner = 'portal_owner'::regrole)
                        + (select count(*) from pg_database
                           where datname = 'portal' and datdba = 'portal_owner'::regrole)
                    """)).isEqualTo(6);
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
            keep(database);
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
            database.watch(Duration.ofMillis(50), lost::add);
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

    private static void keep(EmbeddedDatabase database) throws SQLException {
        administer(database, "create table kept as select 23 as value", "grant select on kept to public");
    }

    private static void administer(EmbeddedDatabase database, String... statements) throws SQLException {
        execute(database, EmbeddedDatabase.ADMINISTRATOR, database.administratorPassword(), statements);
    }

    private static void execute(EmbeddedDatabase database, String role, String password, String... statements)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), role, password);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
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
