package org.deviceoffboarding.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import org.deviceoffboarding.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * An entry is stored by a function that runs with the rights of the log's owner: whoever has got hold of the portal's role can have nothing
 * else done by it, and adds nothing beside it.
 */
class WholeEntryTest {

    private static final String NOT_ALLOWED = "42501";

    private static final String COLUMNS =
            "(at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash, object_ids, device_ids, names)";

    private static final String WHOLE = "insert into public.audit_whole_entry " + COLUMNS
            + " values (now(), 'anna', 'Anna', 'lamp.renamed', 'DONE', 'lamp:1', 'Renamed the lamp', '{}', 2, sha256(''),"
            + " array['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']::uuid[],"
            + " array['00000000-0000-4000-8000-000000000003', null]::uuid[], array['LAMP-1', ''])";

    private static final String PLAIN =
            "insert into public.audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)"
                    + " values (now(), 'anna', 'Anna', 'lamp.renamed', 'DONE', 'lamp:1', 'Renamed the lamp', 2, sha256(''))";

    private final String url = MigratedDatabase.create();
    private final SingleConnectionDataSource session = new SingleConnectionDataSource(url, TestDatabase.USER, "", true);
    private final JdbcClient asPortal = JdbcClient.create(session);
    private final JdbcClient asOwner = JdbcClient.create(new DriverManagerDataSource(url, TestDatabase.OWNER, ""));

    @AfterEach
    void endSession() {
        session.destroy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " on conflict do nothing"})
    void anEntryIsStoredWithItsDevicesAndWaits(String more) {
        assertThat(asPortal.sql(WHOLE + more).update()).as("rows that stay").isZero();

        assertStored(1);
        assertThat(texts(
                        asOwner,
                        "select coalesce(device_id::text, '-') || name from audit_entry_device order by object_id"))
                .containsExactly("00000000-0000-4000-8000-000000000003LAMP-1", "-");
        assertThat(texts(asOwner, "select 'a row' from audit_whole_entry")).isEmpty();
    }

    @Test
    void anEntryWithoutDevicesIsStoredAndWaits() {
        asPortal.sql(
                        "insert into audit_whole_entry (at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash)"
                                + " values (now(), 'anna', 'Anna', 'lamp.renamed', 'DONE', 'lamp:1', 'Renamed', '{\"a\": 1}', 2, sha256(''))")
                .update();

        assertThat(texts(asOwner, """
                        select details::text from audit_entry e join audit_unsealed u on u.entry_id = e.id where actor_id = 'anna'
                        """)).containsExactly("{\"a\": 1}");
        assertThat(texts(asOwner, "select name from audit_entry_device")).isEmpty();
    }

    @Test
    void severalAreStoredByOneStatementEachWithItsDevices() {
        asPortal.sql("insert into audit_whole_entry " + COLUMNS + """
                 select now(), 'anna', 'Anna', 'lamp.renamed', 'DONE', 'lamp:' || n, 'Renamed', '{}', 2, sha256(''),
                    array[gen_random_uuid()], array[null]::uuid[], array['LAMP-' || n]
                from generate_series(1, 500) n
                """).update();

        assertThat(texts(asOwner, """
                        select count(*)::text from audit_entry e join audit_unsealed u on u.entry_id = e.id
                            join audit_entry_device d on d.entry_id = e.id and d.name = replace(e.subject, 'lamp:', 'LAMP-')
                        """)).containsExactly("500");
    }

    /** As portals up to migration 411 store one: they count the rows that wait. */
    @Test
    void aPortalOfBeforeStoresEntriesAsItDid() {
        assertThat(asPortal.sql("with entry as (" + PLAIN + """
                         returning id),
                        device as (
                            insert into audit_entry_device (entry_id, object_id, device_id, name)
                            select entry.id, d.object_id, null, d.name
                            from entry cross join unnest(array[gen_random_uuid(), gen_random_uuid()], array['LAMP-1', 'LAMP-2']) as d(object_id, name))
                        insert into audit_unsealed (entry_id) select id from entry
                        """).update()).isOne();

        assertStored(1);
    }

    /** As portals of migrations 420 and 430 store one: they count its devices. */
    @Test
    void aPortalOfJustBeforeStoresEntriesAsItDid() {
        assertThat(asPortal.sql("with entry as (" + PLAIN + """
                         returning id)
                        insert into audit_entry_device (entry_id, object_id, device_id, name)
                        select entry.id, d.object_id, null, d.name
                        from entry cross join unnest(array[gen_random_uuid(), gen_random_uuid()], array['LAMP-1', 'LAMP-2']) as d(object_id, name)
                        """).update()).isEqualTo(2);

        assertStored(1);
    }

    @Test
    void whereverASessionLooksAnEntryIsStoredInTheLog() {
        prepareTrap();
        asPortal.sql("set search_path = pg_temp, portal_copies, public, pg_catalog")
                .update();

        asPortal.sql(WHOLE).update();
        asPortal.sql(PLAIN).update();

        asPortal.sql("set search_path = public").update();
        assertStored(2);
        assertThat(texts(asPortal, """
                        select 'caught' from pg_temp.audit_entry union all select 'caught' from pg_temp.audit_entry_device
                        union all select 'caught' from pg_temp.audit_unsealed
                        """)).isEmpty();
        assertThat(texts(asPortal, "select by from portal_copies.called where by <> 'portal_user'"))
                .as("what was carried out with the owner's rights")
                .isEmpty();
        assertThat(texts(asPortal, "select distinct by from portal_copies.called"))
                .as("the trap works")
                .containsExactly("portal_user");
    }

    /** Tables of the log's names, and functions and operators that fit better than PostgreSQL's own where they are looked for first. */
    private void prepareTrap() {
        asPortal.sql("create temporary table audit_entry (like public.audit_entry including defaults)")
                .update();
        asPortal.sql("create temporary table audit_entry_device (like public.audit_entry_device)")
                .update();
        asPortal.sql("create temporary table audit_unsealed (like public.audit_unsealed)")
                .update();
        asPortal.sql("create table portal_copies.called (by name)").update();
        asPortal.sql("grant all on portal_copies.called to public").update();
        note("note_unequal(bigint, integer) returns boolean", "return false;");
        note("note_equal(bigint, bigint) returns boolean", "return true;");
        note("note_more(integer, integer) returns boolean", "return false;");
        note("cardinality(uuid[]) returns integer", "return 2;");
        note("array_to_string(text[], text) returns text", "return '';");
        note("octet_length(text) returns integer", "return 0;");
        for (String operator : List.of(
                "<> (leftarg = bigint, rightarg = integer, function = portal_copies.note_unequal)",
                "= (leftarg = bigint, rightarg = bigint, function = portal_copies.note_equal)",
                "> (leftarg = integer, rightarg = integer, function = portal_copies.note_more)")) {
            asPortal.sql("create operator portal_copies." + operator).update();
        }
        asPortal.sql("select portal_copies.cardinality(array[gen_random_uuid()])")
                .query()
                .singleRow();
    }

    private void note(String function, String result) {
        asPortal.sql("create function portal_copies." + function
                        + " language plpgsql as $$ begin insert into portal_copies.called values (current_user); "
                        + result
                        + " end $$")
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create trigger mine before insert on portal_copies.mine for each row execute function audit_whole_entry_store()",
                "create trigger mine before insert on pg_temp.mine for each row execute function audit_whole_entry_store()",
                "select audit_whole_entry_store()",
                "alter function audit_whole_entry_store() security invoker",
                "alter function audit_whole_entry_store() set search_path = portal_copies",
                "grant execute on function audit_whole_entry_store() to portal_user",
                "create or replace function audit_whole_entry_store() returns trigger language plpgsql as 'begin return null; end'",
                "alter table audit_whole_entry disable trigger user",
                "alter table audit_whole_entry drop constraint audit_whole_entry_is_empty",
                "alter table audit_whole_entry alter names set default '{}'",
                "alter table audit_whole_entry add column more text",
                "drop trigger audit_whole_entry_stores on audit_whole_entry",
                "create trigger mine before insert on audit_whole_entry for each row"
                        + " execute function suppress_redundant_updates_trigger()",
                "create rule mine as on insert to audit_whole_entry do instead nothing",
                "create table portal_copies.heir () inherits (audit_whole_entry)",
                "update audit_whole_entry set summary = ''",
                "delete from audit_whole_entry",
                "truncate audit_whole_entry",
                "drop trigger audit_unsealed_no_foreign on audit_unsealed"
            })
    void thePortalsRoleMayNot(String statement) {
        asPortal.sql("create table portal_copies.mine (like audit_whole_entry)").update();
        asPortal.sql("create temporary table mine (like audit_whole_entry)").update();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> asPortal.sql(statement).update())
                .satisfies(e -> assertThat(((SQLException) e.getMostSpecificCause()).getSQLState())
                        .as(e.getMessage())
                        .isEqualTo(NOT_ALLOWED));
    }

    /** A right that somebody gave all the same is taken away again. */
    @Test
    void nobodyElseMayRunWhatRunsWithTheOwnersRights() {
        asOwner.sql("grant execute on function audit_whole_entry_store() to public, portal_user")
                .update();

        MigratedDatabase.migrate(
                new DriverManagerDataSource(url, TestDatabase.USER, ""),
                new DriverManagerDataSource(url, TestDatabase.OWNER, ""));

        assertThat(texts(asPortal, "select has_function_privilege('audit_whole_entry_store()', 'execute')::text"))
                .containsExactly("false");
        asPortal.sql(WHOLE).update();
        assertStored(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into public.audit_unsealed select max(id) from public.audit_entry",
                "insert into public.audit_unsealed select max(id) from public.audit_entry on conflict do nothing",
                "insert into public.audit_unsealed select max(id) + 1 from public.audit_entry",
                "insert into public.audit_unsealed select max(id) + 1 from public.audit_entry on conflict do nothing",
                "insert into public.audit_entry_device select max(id), gen_random_uuid(), null, 'LAMP' from public.audit_entry",
                "insert into public.audit_entry_device select max(id) + 1, gen_random_uuid(), null, 'LAMP' from public.audit_entry",
                "insert into public.audit_entry_device select max(id), gen_random_uuid(), null, 'LAMP' from public.audit_entry"
                        + " on conflict do nothing"
            })
    void nothingIsAddedForAnEntryThatWasStoredBefore(String statement) {
        asPortal.sql(WHOLE).update();
        asPortal.sql("create table portal_copies.mine (x int)").update();
        asPortal.sql("create function portal_copies.mine() returns trigger language plpgsql as $$ begin " + statement
                        + "; return null; end $$")
                .update();
        asPortal.sql(
                        "create trigger mine before insert on portal_copies.mine for each row execute function portal_copies.mine()")
                .update();
        List<String> before = contents();

        for (String way : List.of(statement, "insert into portal_copies.mine values (1)")) {
            try {
                asPortal.sql(way).update(); // what conflicts with what is there adds nothing, and is not refused
            } catch (DataAccessException refused) {
                assertThat(refused.getMostSpecificCause().getMessage())
                        .containsAnyOf("The audit log ", "duplicate key");
            }
            assertThat(contents()).as(way).isEqualTo(before);
        }
    }

    private List<String> contents() {
        return texts(
                asOwner,
                "select 'waits ' || entry_id from audit_unsealed union all select 'device ' || entry_id || object_id from audit_entry_device order by 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "array_fill(gen_random_uuid(), array[1000001]), null, null",
                "array[gen_random_uuid(), gen_random_uuid()], null, array[repeat(' ', 67108864), repeat(' ', 67108865)]"
            })
    void moreDevicesThanCanBeReadAgainAreRefused(String devices) {
        assertRefused(
                "select now(), 'x', 'X', 'lamp.renamed', 'DONE', '', 'Renamed', '{}', 2, sha256(''), " + devices,
                "The audit log takes no more than 1,000,000 devices of an entry, with names of 128 MB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "array[gen_random_uuid()], null, array[null]",
                "array[gen_random_uuid()], array[null, null]::uuid[], array['LAMP', 'LAMP']",
                "array[null]::uuid[], null, array['LAMP']"
            })
    void aDeviceThatLacksItsNameOrItsIdIsRefused(String devices) {
        assertRefused(
                "select now(), 'x', 'X', 'lamp.renamed', 'DONE', '', 'Renamed', '{}', 2, sha256(''), " + devices,
                "null value in column");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repeat(' ', 67108864), '{}'",
                "'Renamed', jsonb_build_object('more', repeat('x', 67108864))",
                "'Renamed', (select details from portal_copies.packed)"
            })
    void moreThanCanBeReadAgainIsRefused(String summaryAndDetails) {
        asPortal.sql(
                        "create table portal_copies.packed as select jsonb_build_object('more', repeat('x', 67108864)) as details")
                .update();

        assertRefused(
                "select now(), 'x', 'X', 'lamp.renamed', 'DONE', '', " + summaryAndDetails
                        + ", 2, sha256(''), null, null, null",
                "The audit log takes no entry of more than 64 MB");
    }

    private void assertRefused(String row, String why) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> asPortal.sql("insert into audit_whole_entry " + COLUMNS + " " + row)
                        .update())
                .satisfies(refused -> assertThat(refused.getMostSpecificCause()).hasMessageContaining(why));
        assertStored(0);
    }

    @Test
    void whatNoFunctionTakesFailsAndIsNotKept() {
        asOwner.sql("alter table audit_whole_entry disable trigger audit_whole_entry_stores")
                .update();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> asPortal.sql(WHOLE).update())
                .withMessageContaining("audit_whole_entry_is_empty");
    }

    @Test
    void anEntryOrADeviceThatSomethingKeepsFromBeingStoredFails() {
        asOwner.sql("create function forget() returns trigger language plpgsql as 'begin return null; end'")
                .update();
        asOwner.sql("create trigger forget before insert on audit_entry_device for each row execute function forget()")
                .update();

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> asPortal.sql(WHOLE).update())
                .withMessageContaining("did not store an entry");
        assertStored(0);
    }

    @Test
    void withOneRoleEntriesAreStoredAndNothingIsAddedBesideThem() {
        JdbcClient jdbc = JdbcClient.create(
                new DriverManagerDataSource(MigratedDatabase.ofAdministrator(), "postgres", "postgres"));
        jdbc.sql(WHOLE).update();

        assertThat(texts(
                        jdbc,
                        "select name from audit_entry_device d join audit_unsealed using (entry_id) order by name"))
                .containsExactly("", "LAMP-1");
        for (String statement : List.of(
                "insert into audit_unsealed values (999)",
                "insert into audit_entry_device select max(id), gen_random_uuid(), null, 'LAMP' from audit_entry")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(statement).update())
                    .satisfies(refused ->
                            assertThat(refused.getMostSpecificCause()).hasMessageContaining("The audit log "));
        }
    }

    private void assertStored(int entries) {
        assertThat(texts(asOwner, """
                        select count(*)::text from audit_entry e join audit_unsealed u on u.entry_id = e.id where actor_name in ('Anna', 'X')
                        """)).containsExactly(String.valueOf(entries));
        assertThat(texts(asOwner, "select count(distinct entry_id)::text from audit_entry_device"))
                .as("entries with devices, of which only some have any")
                .allMatch(count -> Integer.parseInt(count) <= entries);
    }

    private static List<String> texts(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
