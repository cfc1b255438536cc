package org.deviceoffboarding.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.launch.StartupFailure;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the database lets the role do that the portal works as, and whose is what is made; see also {@link KeptFromThePortalTest}. */
class TwoRolesTest {

    private static final String NOT_ALLOWED = "42501";

    private final String url = MigratedDatabase.create();
    private final DriverManagerDataSource portal = new DriverManagerDataSource(url, TestDatabase.USER, "");
    private final DriverManagerDataSource owner = new DriverManagerDataSource(url, TestDatabase.OWNER, "");
    private final JdbcClient asPortal = JdbcClient.create(portal);
    private final JdbcClient asOwner = JdbcClient.create(owner);
    private final LogOwnership ownership = new LogOwnership(asPortal);

    @BeforeEach
    void anEntryIsThere() {
        asPortal.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                values (now(), 'anna', 'Anna', 'lamp.renamed', 'DONE', 'lamp:1', 'Renamed the lamp', 2, sha256(''))
                """).update();
    }

    @Test
    void migrationsRunAsTheOwner() {
        assertThat(texts(asOwner, "select distinct installed_by from flyway_schema_history"))
                .containsExactly(TestDatabase.OWNER);
    }

    @Test
    void thePortalsRoleAddsEntriesAndReadsThem() {
        assertThat(texts(asPortal, "select summary from audit_entry where actor_id = 'anna'"))
                .containsExactly("Renamed the lamp");
        assertThat(ownership.separate()).isTrue();
        assertThat(ownership.ways()).isEmpty();
    }

    @Test
    void aTileThatIsNotTheRootOfWhatIsBelowItIsLeftOut() {
        assertThat(asPortal.sql("insert into audit_tile values (1, 0, sha256(''))")
                        .update())
                .isZero();

        assertThat(asPortal.sql("select count(*) from audit_tile")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatThePortalsRoleMakesOfALikeNameIsNotTakenForTheLog() {
        asPortal.sql("create table portal_copies.audit_evil (x int)").update();
        try {
            assertThat(ownership.ways()).isEmpty();
            assertRefused("alter table portal_copies.audit_evil set schema public");
        } finally {
            asPortal.sql("drop table portal_copies.audit_evil").update();
        }
    }

    @Test
    void allThatTheMigrationsMadeForTheLogIsNamed() {
        assertThat(texts(asOwner, """
                select relname from pg_class where relname ~ '^audit_' and relkind in ('r', 'p') and relname <> 'audit_made'
                union select proname from pg_proc where proname ~ '^audit_'
                """)).containsExactlyInAnyOrderElementsOf(LogObjects.MADE);
    }

    @Test
    void whatALaterMigrationAddsIsGivenToWhomItBelongs() {
        asOwner.sql("create sequence audit_made_id").update();
        asOwner.sql("create table audit_made (id bigint primary key default nextval('audit_made_id'), said text)")
                .update();
        asOwner.sql("create table other_made (id bigint generated always as identity, said text)")
                .update();
        asOwner.sql("create view other_seen as select said from other_made").update();
        asOwner.sql("create function other_said() returns text language sql return 'before'")
                .update();

        MigratedDatabase.migrate(portal, owner);

        asPortal.sql("insert into audit_made (said) values ('kept')").update();
        assertThat(texts(asPortal, "select said from audit_made")).containsExactly("kept");
        assertRefused("update audit_made set said = 'changed'");
        assertRefused("delete from audit_made");
        assertRefused("select setval('audit_made_id', 1)");
        assertRefused("alter sequence audit_made_id restart");
        assertRefused("insert into audit_unsealed values (-1)");
        assertRefused("update audit_unsealed set entry_id = 2");
        assertRefused("truncate audit_unsealed");
        assertThat(asPortal.sql("delete from audit_unsealed where entry_id = -1")
                        .update())
                .isZero();
        asPortal.sql("insert into other_made (said) values ('first')").update();
        asPortal.sql("update other_made set said = 'second'").update();
        assertRefused("create or replace function other_said() returns text language sql return 'after'");
        assertThat(texts(asPortal, "select other_said()")).containsExactly("before");
        asPortal.sql("drop view other_seen").update();
        asPortal.sql("drop table other_made").update();
        assertThat(ownership.separate()).isTrue();
    }

    @Test
    void whatWasMadeBeforeAMigrationFailedIsGivenToWhomItBelongs(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("V9998__make.sql"), "create table audit_made (said text);");
        Files.writeString(folder.resolve("V9999__fail.sql"), "select 1 / 0;");
        Flyway failing = Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration", "filesystem:" + folder)
                .load();
        var migration = new OwnedMigration(new DatabaseOwner(owner, true), portal);

        assertThatExceptionOfType(FlywayException.class)
                .isThrownBy(() -> migration.migrate(failing))
                .withMessageContaining("division by zero");

        asPortal.sql("insert into audit_made (said) values ('kept')").update();
        assertThat(texts(asPortal, "select said from audit_made")).containsExactly("kept");
        assertThat(ownership.separate()).isTrue();
    }

    @Test
    void everyTableButTheLogsBelongsToThePortalsRoleAndEveryFunctionToTheOwner() {
        assertThat(texts(asOwner, """
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relowner <> 'portal_user'::regrole and relkind <> 'i'
                        """))
                .contains("audit_entry", "audit_leaf", "audit_checkpoint", "flyway_schema_history")
                .allMatch(name -> name.startsWith("audit_") || name.equals("flyway_schema_history"));
        assertThat(texts(asOwner, """
                        select p.proname || '(' || oidvectortypes(p.proargtypes) || ')' from pg_proc p
                        where pronamespace = 'public'::regnamespace and proowner = 'portal_owner'::regrole
                          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                        """))
                .contains("version_key(text)")
                .allMatch(KnownRoutines.MADE::contains, "is one that the start of a portal knows");
        assertThat(texts(asOwner, """
                        select proname from pg_proc p
                        where pronamespace = 'public'::regnamespace and proowner <> 'portal_owner'::regrole
                          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                        """)).isEmpty();
        assertThat(texts(asOwner, """
                        select typname from pg_type t
                        where typnamespace = 'public'::regnamespace and typrelid = 0 and typelem = 0
                          and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
                        """)).as("types, which nobody hands over").isEmpty();
    }

    @Test
    void copiesOfTheInventoryAreMadeSwappedAndDropped() {
        asPortal.sql(
                        "create table portal_copies.entra_device_7 (like entra_device including defaults including constraints)")
                .update();
        asPortal.sql("alter table portal_copies.entra_device_7 add primary key (run_id, object_id)")
                .update();
        asPortal.sql("alter table entra_device attach partition portal_copies.entra_device_7 for values in (7)")
                .update();
        asPortal.sql("alter table entra_device detach partition portal_copies.entra_device_7 concurrently")
                .update();
        asPortal.sql("truncate portal_copies.entra_device_7").update();
        asPortal.sql("drop table portal_copies.entra_device_7").update();

        assertThat(texts(asPortal, "select relname from pg_class where relname = 'entra_device_7'"))
                .isEmpty();
    }

    @Test
    void aRightThatSomebodyGaveIsSaidAndTakenAgainAtTheNextStart() {
        asOwner.sql("grant delete on audit_entry to portal_user").update();
        asOwner.sql("grant update (summary) on audit_entry to public").update();

        assertThat(ownership.ways())
                .containsExactly("The role 'portal_user' was given rights that nobody needs: DELETE on audit_entry,"
                        + " UPDATE on audit_entry.");

        MigratedDatabase.migrate(portal, owner);

        assertThat(ownership.ways()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table more (by text)",
                "create view more as select 1 as one",
                "create function more() returns int language sql return 1",
                "create aggregate array_agg(bytea) (sfunc = array_append, stype = bytea[])",
                "create operator = (leftarg = name, rightarg = varchar, function = textregexeq)",
                "create type more as (by text)",
                "create domain more as text",
                "create schema more",
                "create index more on entra_device (display_name)",
                "alter function folded(text) security definer"
            })
    void thePortalsRoleMakesNothingWhereOthersLook(String statement) {
        assertRefused(statement);
    }

    /** As it was before the portal's role had a schema of its own: what an operator is, PostgreSQL decides by what fits best. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "create operator public.= (leftarg = name, rightarg = varchar, function = portal_copies.noted)",
                "alter function portal_copies.noted(name, varchar) set schema public",
                "create function audit_run(said text) returns void language plpgsql security definer as 'begin execute said; end'",
                "create function folded(value varchar) returns text language sql return 'another'",
                "create aggregate array_agg(bytea) (sfunc = array_append, stype = bytea[])",
                "create domain public.text as pg_catalog.text"
            })
    void whatThePortalsRoleMadeIsNeverCarriedOutWithTheOwnersRights(String statement) {
        asPortal.sql("create table portal_copies.called (by text)").update();
        asPortal.sql("grant all on portal_copies.called to public").update();
        asPortal.sql("""
                create function portal_copies.noted(name, varchar) returns boolean language plpgsql as $$
                begin
                    insert into portal_copies.called values (current_user);
                    return $1::pg_catalog.text operator(pg_catalog.=) $2::pg_catalog.text;
                end $$
                """).update();
        asOwner.sql("grant create on schema public to portal_user").update();
        asPortal.sql(statement).update();

        assertThatExceptionOfType(DatabaseRoleException.class)
                .isThrownBy(() -> MigratedDatabase.migrate(portal, owner))
                .withMessageStartingWith(
                        "In the database the role 'portal_user' made what no version of the portal has: ");

        assertThat(texts(asPortal, "select by from portal_copies.called where by <> 'portal_user'"))
                .isEmpty();
        assertRefused("create table public.more (by text)");
    }

    /** As a database comes that one role had until now: the function is that role's, and would be the owner's. */
    @Test
    void whatRunsWithTheRightsOfItsOwnerIsGivenToTheOwnerOnlyAsTheMigrationsMadeIt() {
        asOwner.sql("grant create on schema public to portal_user").update();
        asOwner.sql("alter function audit_whole_entry_store() owner to portal_user")
                .update();
        MigratedDatabase.migrate(portal, owner);
        assertThat(texts(
                        asOwner,
                        "select proowner::regrole::text from pg_proc where proname = 'audit_whole_entry_store'"))
                .containsExactly("portal_owner");

        asOwner.sql("grant create on schema public to portal_user").update();
        asOwner.sql("alter function audit_whole_entry_store() owner to portal_user")
                .update();
        asPortal.sql(
                        "create or replace function audit_whole_entry_store() returns trigger language plpgsql security definer"
                                + " as 'begin delete from public.audit_entry; return null; end'")
                .update();

        assertThatExceptionOfType(DatabaseRoleException.class)
                .isThrownBy(() -> MigratedDatabase.migrate(portal, owner))
                .withMessageContaining(" made what no version of the portal has: function audit_whole_entry_store(). ");
        assertThatExceptionOfType(DatabaseRoleException.class)
                .as("where it is put there as late as when it is given away")
                .isThrownBy(() -> new LogHandOver(owner).to("portal_user"))
                .withMessageContaining("changed a function that runs with the rights of its owner");
        assertThat(texts(
                        asOwner,
                        "select proowner::regrole::text from pg_proc where proname = 'audit_whole_entry_store'"))
                .containsExactly("portal_user");
    }

    @Test
    void whateverThePortalsRoleMakesAmongTheCopiesStaysItsOwn() {
        asPortal.sql("create table portal_copies.audit_made (by text)").update();
        asPortal.sql("create table portal_copies.flyway_schema_history (by text)")
                .update();
        asPortal.sql("create sequence portal_copies.audit_made_id").update();

        MigratedDatabase.migrate(portal, owner);

        assertThat(texts(asOwner, """
                        select distinct pg_get_userbyid(relowner) from pg_class
                        where relnamespace = 'portal_copies'::regnamespace and relkind in ('r', 'S')
                        """)).containsExactly("portal_user");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            select 1                              | process {pid} of PostgreSQL (user portal_user, application 'Evil', connected since {since} UTC)
            prepare transaction 'kept'            | a prepared transaction of PostgreSQL (see pg_prepared_xacts)
            """, delimiter = '|')
    void whoKeepsTheLogFromBeingGivenToItsOwnerIsNamed(String after, String holder) throws SQLException {
        DataSource patient = new LimitedDataSource(owner, RepeatedCallsTest.limits());
        try (Connection stranger = portal.getConnection();
                Statement statement = stranger.createStatement()) {
            stranger.setAutoCommit(false);
            statement.execute("set application_name = 'Evil'");
            statement.execute("select pg_advisory_xact_lock(hashtextextended('portal:log-hand-over', 0))");
            String named =
                    texts(asOwner, """
                        select replace(replace('%s', '{pid}', pid::text),
                            '{since}', to_char(backend_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS'))
                        from pg_stat_activity where application_name = 'Evil' and datname = current_database()
                        """.formatted(holder.replace("'", "''"))).getFirst();
            statement.execute(after);

            Throwable refusal = catchThrowable(() -> new LogHandOver(patient).to("portal_user"));

            assertThat(StartupFailure.sentence(new IllegalStateException("bean", refusal)))
                    .isEqualTo("The portal does not start, since it could not give the audit log to the role of"
                            + " PORTAL_OWNER_USERNAME: the lock that keeps two portals from doing so at a time is"
                            + " held by " + named
                            + ". Find out whose it is, and end it, or let it end where it is another portal"
                            + " that starts; then start the portal again.");
            stranger.rollback();
        } finally {
            asPortal.sql("select gid from pg_prepared_xacts where database = current_database()")
                    .query(String.class)
                    .list()
                    .forEach(each ->
                            asPortal.sql("rollback prepared '" + each + "'").update());
        }
        assertThatNoException().isThrownBy(() -> new LogHandOver(patient).to("portal_user"));
    }

    /** As an earlier version gave it to the owner. */
    @Test
    void whatTheOwnerHasAmongTheCopiesGoesBackToThePortalsRole() {
        asPortal.sql("create table portal_copies.audit_made (by text)").update();
        asOwner.sql("alter table portal_copies.audit_made owner to portal_owner")
                .update();

        MigratedDatabase.migrate(portal, owner);

        assertThat(texts(asOwner, "select tableowner from pg_tables where tablename = 'audit_made'"))
                .containsExactly("portal_user");
    }

    /** Whatever uses one of these for the owner runs it with the owner's rights. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "create function portal_copies.audit_made() returns int language sql return 1 | function portal_copies.audit_made()",
                "create function portal_copies.folded(text) returns text language sql return '' | function portal_copies.folded(text)",
                "create materialized view portal_copies.audit_made as select 1 as one | materialized view portal_copies.audit_made",
                "create view portal_copies.audit_made as select 1 as one | view portal_copies.audit_made",
                "create rule more as on insert to finding do instead nothing | rule more on finding",
                "create domain portal_copies.text as pg_catalog.text | type portal_copies.text"
            })
    void aPortalDoesNotStartOnWhatItsRoleMadeToBeCarriedOutByOthers(String statementAndName) {
        String[] parts = statementAndName.split(" [|] ", 2);
        asPortal.sql(parts[0]).update();

        assertThatExceptionOfType(DatabaseRoleException.class)
                .isThrownBy(() -> MigratedDatabase.migrate(portal, owner))
                .withMessageStartingWith(
                        "In the database the role 'portal_user' made what no version of the portal has: " + parts[1]
                                + ". ");
    }

    @Test
    void entriesGoIntoTheLogWhereverThePortalsRoleSetItsOwnNewConnectionsToLook() {
        DataSource pool = new LimitedDataSource(portal, RepeatedCallsTest.limits());
        JdbcClient pooled = JdbcClient.create(pool);
        assertThat(texts(pooled, "select summary from audit_entry")).contains("Renamed the lamp");
        asPortal.sql("create table portal_copies.audit_entry (like audit_entry including all)")
                .update();
        asPortal.sql("alter role portal_user in database " + database() + " set search_path = portal_copies, public")
                .update();

        for (JdbcClient connected :
                List.of(pooled, JdbcClient.create(new LimitedDataSource(portal, RepeatedCallsTest.limits())))) {
            assertThat(
                            texts(
                                    connected,
                                    "select relnamespace::regnamespace::text from pg_class where oid = 'audit_entry'::regclass"))
                    .containsExactly("public");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gin_fuzzy_search_limit, 1, 0",
        "transform_null_equals, on, off",
        "row_security, off, on",
        "synchronous_commit, off, on",
        "default_transaction_isolation, serializable, read committed",
        "default_transaction_read_only, on, off"
    })
    void whatThePortalsRoleSetsForItsNewConnectionsIsNotWhatThePortalWorksBy(String setting, String evil, String good) {
        asPortal.sql("alter role portal_user in database " + database() + " set " + setting + " = '" + evil + "'")
                .update();

        assertThat(texts(asPortal, "select current_setting('" + setting + "')")).containsExactly(evil);
        assertThat(texts(
                        JdbcClient.create(new LimitedDataSource(portal, RepeatedCallsTest.limits())),
                        "select current_setting('" + setting + "')"))
                .containsExactly(good);
    }

    @Test
    void aTemporaryTableIsNotTakenForTheLog() {
        DataSource pool = new LimitedDataSource(
                new SingleConnectionDataSource(url, TestDatabase.USER, "", true), RepeatedCallsTest.limits());
        JdbcClient pooled = JdbcClient.create(pool);
        pooled.sql("create temporary table audit_entry (x int)").update();

        assertThat(texts(pooled, "select summary from audit_entry")).contains("Renamed the lamp");
    }

    @Test
    void whereThePortalsRoleLooksFirstTheOwnerDoesNotLook() {
        asPortal.sql("alter role portal_user in database " + database() + " set search_path = portal_copies, public")
                .update();

        MigratedDatabase.migrate(portal, owner);

        assertThat(new SchemaGuard(owner).close(TestDatabase.USER, DatabaseOwner.path(portal)))
                .isEqualTo("\"public\"");
        assertThat(texts(asOwner, "select count(*)::text from pg_class where relname = 'flyway_schema_history'"))
                .containsExactly("1");
    }

    private String database() {
        return texts(asOwner, "select current_database()").getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into audit_entry (id, at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)"
                        + " values (999, now(), 'anna', 'Anna', 'lamp.renamed', 'DONE', 'lamp:1', 'Renamed', 2, sha256(''))",
                "insert into audit_restoration (id, found_at, size_inside, size_outside, note) overriding system value"
                        + " values (999, now(), 0, 0, '')"
            })
    void thePortalsRoleGivesNoNumbersInAdvance(String statement) {
        assertRefused(statement);
    }

    @Test
    void aPortalThatIsNotToldTheOwnersPasswordStartsOnTablesThatAreNewEnough() {
        assertThatNoException().isThrownBy(() -> MigratedDatabase.migrate(portal));

        assertThat(ownership.separate()).isTrue();
    }

    @Test
    void aPortalThatIsNotToldTheOwnersPasswordSaysWhoMigrates() {
        asOwner.sql(
                        "delete from flyway_schema_history where installed_rank = (select max(installed_rank) from flyway_schema_history)")
                .update();

        Throwable refusal = catchThrowable(() -> MigratedDatabase.migrate(portal));

        assertThat(StartupFailure.sentence(new IllegalStateException("bean", refusal)))
                .isEqualTo("The database is older than this portal, and belongs to the role 'portal_owner', not to"
                        + " 'portal_user': set PORTAL_OWNER_USERNAME and PORTAL_OWNER_PASSWORD, so that it can be brought to"
                        + " this version.");
    }

    private void assertRefused(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .as(statement)
                .isThrownBy(() -> asPortal.sql(statement).update())
                .satisfies(e -> assertThat(((SQLException) e.getMostSpecificCause()).getSQLState())
                        .as(e.getMessage())
                        .isEqualTo(NOT_ALLOWED));
    }

    private static List<String> texts(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
