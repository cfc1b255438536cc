package org.deviceoffboarding.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
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
        assertThat(refusal(database.url(), EmbeddedDatabase.ADMINISTRATOR, database.administratorPassword()))
                .isEqualTo("accepted");
    }

    @Test
    void aWrongPasswordIsNamedAndNotShown() {
        assertThat(refusal(database.url() + "?password=hidden", EmbeddedDatabase.USER, "wrong"))
                .contains("refuses the user 'portal_user'", "SPRING_DATASOURCE_PASSWORD")
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

    @Test
    void aUserWhoMayNotCreateTablesIsNamedWithWhatToDo() throws SQLException {
        run("create role guest login password 'guest'");

        assertThat(refusal(database.url(), "guest", "guest"))
                .startsWith("The user 'guest' may not create tables in the schema 'public'")
                .endsWith("GRANT CREATE ON SCHEMA public TO guest.");
    }

    @Test
    void aUserWhoMayNotCreateTemporaryTablesIsNamedWithWhatToDo() throws SQLException {
        run("create database bare");
        run("revoke temporary on database bare from public");
        run("create role maker login password 'maker'");
        try (Connection connection = DriverManager.getConnection(
                        database.url().replaceFirst("/portal$", "/bare"),
                        EmbeddedDatabase.ADMINISTRATOR,
                        database.administratorPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("grant create on schema public to maker");
        }

        assertThat(refusal(database.url().replaceFirst("/portal$", "/bare"), "maker", "maker"))
                .endsWith("GRANT TEMPORARY ON DATABASE bare TO maker.");
    }

    @Test
    void aUserWhoMayNotCreateTheSchemaOfRunsIsNamedWithWhatToDo() throws SQLException {
        run("create database schemaless");
        run("create role alone login password 'alone'");
        runIn("schemaless", "grant create on schema public to alone");
        runIn("schemaless", "create extension pg_trgm");
        String url = database.url().replaceFirst("/portal$", "/schemaless");

        assertThat(refusal(url, "alone", "alone")).endsWith("GRANT CREATE ON DATABASE schemaless TO alone.");

        runIn("schemaless", "create schema portal_copies");
        assertThat(refusal(url, "alone", "alone")).endsWith("GRANT USAGE, CREATE ON SCHEMA portal_copies TO alone.");
    }

    @Test
    void aUserWhoMayNotCreateWhatTheSearchNeedsIsNamedWithWhatToDo() throws SQLException {
        run("create database searchless");
        run("create role weak login password 'weak'");
        runIn("searchless", "grant create on schema public to weak");
        String url = database.url().replaceFirst("/portal$", "/searchless");

        assertThat(refusal(url, "weak", "weak"))
                .startsWith("The user 'weak' may not create the extension pg_trgm")
                .endsWith("let an administrator run CREATE EXTENSION pg_trgm in the database searchless.");

        runIn("searchless", "create schema elsewhere", "create extension pg_trgm schema elsewhere");

        assertThat(refusal(url, "weak", "weak"))
                .startsWith(
                        "The database has its extension pg_trgm in the schema 'elsewhere', where the user 'weak' does not look")
                .endsWith("ALTER ROLE weak IN DATABASE searchless SET search_path = \"$user\", public, elsewhere.");

        runIn("searchless", "grant usage on schema elsewhere to weak");
        run("alter role weak in database searchless set search_path = \"$user\", public, elsewhere");

        runIn("searchless", "create schema portal_copies authorization weak");
        assertThat(refusal(url, "weak", "weak")).isEqualTo("accepted");
    }

    @Test
    void aServerWithoutWhatTheSearchNeedsIsNamed() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> DatabaseAbilities.requireTextSearch("portal", null, false, true, "portal"))
                .withMessageContaining("is not installed on the database's server")
                .withMessageContaining("install it there");
    }

    @Test
    void anotherEncodingIsRefused() throws SQLException {
        run("create database latin encoding 'LATIN1' locale_provider libc locale 'C' template template0");

        assertThat(refusal(
                        database.url().replaceFirst("/portal$", "/latin"),
                        EmbeddedDatabase.ADMINISTRATOR,
                        database.administratorPassword()))
                .startsWith("The database has the encoding LATIN1");
    }

    @Test
    void aDatabaseThatCanOnlyBeReadIsRefused() throws SQLException {
        run("create role reader login password 'reader'");
        run("alter role reader set default_transaction_read_only = on");

        assertThat(refusal(database.url(), "reader", "reader")).startsWith("The database can only be read");
    }

    @Test
    void aUserWithoutASchemaIsRefused() throws SQLException {
        run("create role homeless login password 'homeless'");
        run("alter role homeless set search_path = nowhere");

        assertThat(refusal(database.url(), "homeless", "homeless"))
                .startsWith("The user 'homeless' has no schema in the database");
    }

    @Test
    void aSearchPathThatNoLongerBeginsWithThePortalsSchemaIsNamedWithWhatToDo() throws SQLException {
        run("create database moved");
        run("create role mover login password 'mover'");
        String url = database.url().replaceFirst("/portal$", "/moved");
        runIn(
                "moved",
                "create extension pg_trgm",
                "grant create on schema public to mover",
                "create schema later authorization mover",
                "create schema portal_copies authorization mover");
        run("alter database moved set search_path = later, public");
        assertThat(refusal(url, "mover", "mover"))
                .as("before there is any portal")
                .isEqualTo("accepted");

        runIn("moved", "create table public.flyway_schema_history ()", "create table public.evaluation_run ()");

        assertThat(refusal(url, "mover", "mover"))
                .startsWith(
                        "The portal's tables are in the schema 'public' of the database, and the user 'mover' looks into"
                                + " 'later' before: its search_path was changed.")
                .contains("ALTER DATABASE moved RESET search_path");

        run("alter database moved reset search_path");
        assertThat(refusal(url, "mover", "mover")).isEqualTo("accepted");
    }

    @Test
    void aPoolerThatGivesTwoOpenConnectionsTheSameProcessIsRefused() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> DatabaseAbilities.requireDifferent(4711, 4711))
                .withMessageContaining("set it to the mode 'session'");
    }

    @Test
    void twoRolesAsTheEmbeddedDatabaseHasThemAreAccepted() {
        assertThat(refusalOfTwo(EmbeddedDatabase.USER, database.password(), database.ownerPassword()))
                .isEqualTo("accepted");
    }

    @Test
    void anOwnerWhoCannotSignInIsNamedWithItsOwnSettings() {
        assertThat(refusalOfTwo(EmbeddedDatabase.USER, database.password(), "wrong"))
                .contains("refuses the user 'portal_owner'")
                .endsWith("check PORTAL_OWNER_USERNAME and PORTAL_OWNER_PASSWORD.");
    }

    @Test
    void anOwnerWhoIsNoMemberOfThePortalsRoleIsNamedWithWhatToDo() throws SQLException {
        run("create role stranger login password 'stranger'");
        run("grant create on schema public to stranger");

        assertThat(refusalOfTwo("stranger", "stranger", database.ownerPassword()))
                .startsWith("The role 'portal_owner' of PORTAL_OWNER_USERNAME is not a member of the role 'stranger'")
                .endsWith("GRANT stranger TO portal_owner WITH INHERIT TRUE, SET TRUE.");

        run("grant stranger to portal_owner with inherit false, set true");

        assertThat(refusalOfTwo("stranger", "stranger", database.ownerPassword()))
                .as("a member that can't do what the role may")
                .contains("is not a member");

        run("grant stranger to portal_owner with inherit true, set true");

        assertThat(refusalOfTwo("stranger", "stranger", database.ownerPassword()))
                .isEqualTo("accepted");
    }

    @Test
    void anAddressThatMakesTheOwnerThePortalsRoleIsRefused() {
        String url = database.url() + "?user=" + EmbeddedDatabase.USER + "&password=" + database.password();

        assertThat(refusalOfTwo(url, "ignored", "ignored", "ignored"))
                .startsWith("SPRING_DATASOURCE_URL names a user")
                .doesNotContain(database.password());
    }

    private static String refusalOfTwo(String user, String password, String ownerPassword) {
        return refusalOfTwo(database.url(), user, password, ownerPassword);
    }

    private static String refusalOfTwo(String url, String user, String password, String ownerPassword) {
        try {
            DatabaseCheck.check(
                    url,
                    role(user, password),
                    Optional.of(new DatabaseRole(
                            EmbeddedDatabase.OWNER, ownerPassword, "PORTAL_OWNER_USERNAME and PORTAL_OWNER_PASSWORD")));
            return "accepted";
        } catch (StartupException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static DatabaseRole role(String user, String password) {
        return new DatabaseRole(user, password, "SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD");
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.url(), EmbeddedDatabase.ADMINISTRATOR, database.administratorPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void runIn(String name, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.url().replaceFirst("/portal$", "/" + name),
                        EmbeddedDatabase.ADMINISTRATOR,
                        database.administratorPassword());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String refusal(String url, String user, String password) {
        try {
            DatabaseCheck.check(url, role(user, password), Optional.empty());
            return "accepted";
        } catch (StartupException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
