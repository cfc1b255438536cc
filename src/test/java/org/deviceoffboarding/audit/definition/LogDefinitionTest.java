package org.deviceoffboarding.audit.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.deviceoffboarding.EarlierVersion;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.base.database.MigratedDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whoever owns the database changes around the log is named; what the migrations made is not, wherever they made it. */
class LogDefinitionTest {

    @Test
    void whatTheMigrationsMadeIsAsTheyMadeIt() throws SQLException {
        assertThat(deviations(MigratedDatabase.create(), TestDatabase.USER)).isEmpty();
        assertThat(deviations(MigratedDatabase.ofAdministrator(), "postgres"))
                .as("with one role")
                .isEmpty();
    }

    @Test
    void aLogThatAnEarlierVersionBeganIsAsTheMigrationsMadeIt() throws SQLException {
        String url = new EarlierVersion().createDatabase();
        migrate(url);

        assertThat(deviations(url, "postgres")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"elsewhere", "new", "a"})
    void itsSchemaMayBeCalledAnything(String schema) throws SQLException {
        String url = TestDatabase.create();
        execute(url, "create schema %s".formatted(schema));
        execute(url, "alter role postgres in database %s set search_path = %s".formatted(database(url), schema));
        migrate(url);

        assertThat(deviations(url, "postgres")).isEmpty();

        execute(url, "drop index audit_entry_by_words");
        assertThat(deviations(url, "postgres"))
                .containsExactly(
                        "The table audit_entry lacks the index 'audit_entry_by_words', which the migrations made.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table audit_entry enable row level security"
                        + " | The table audit_entry has row level security, which no migration made: on.",
                "alter table audit_leaf force row level security"
                        + " | The table audit_leaf has row level security, which no migration made: forced as soon as it is on.",
                "create policy p on audit_entry for select using (summary <> 'x')"
                        + " | The table audit_entry has the row level security policy 'p', which no migration made: permissive for select using"
                        + " (summary <> 'x'::text).",
                "create rule r as on insert to audit_entry do instead nothing"
                        + " | The table audit_entry has the rewrite rule 'r', which no migration made: CREATE RULE r AS ON INSERT TO",
                "create table kept () inherits (audit_entry)"
                        + " | The table audit_entry has the heir or partition 'kept', which no migration made.",
                "alter table audit_entry disable trigger audit_entry_append_only"
                        + " | The table audit_entry has the trigger 'audit_entry_append_only' otherwise than the migrations made it:",
                "drop trigger audit_entry_append_only on audit_entry"
                        + " | The table audit_entry lacks the trigger 'audit_entry_append_only', which the migrations made.",
                "create trigger more before insert on audit_entry for each row execute function suppress_redundant_updates_trigger()"
                        + " | The table audit_entry has the trigger 'more', which no migration made: CREATE TRIGGER more BEFORE INSERT",
                "alter table audit_leaf drop constraint audit_leaf_pkey"
                        + " | The table audit_leaf lacks the constraint 'audit_leaf_pkey', which the migrations made.",
                "alter table audit_leaf disable trigger all"
                        + " | The table audit_leaf has the trigger 'audit_leaf_append_only' otherwise than the migrations made it:",
                "alter table audit_leaf add constraint few check (number < 100) not valid"
                        + " | The table audit_leaf has the constraint 'few', which no migration made: CHECK ((number < 100)) NOT VALID.",
                "create index audit_entry_more on audit_entry (id)"
                        + " | The table audit_entry has the index 'audit_entry_more', which no migration made: CREATE INDEX audit_entry_more ON",
                "drop index audit_entry_by_words"
                        + " | The table audit_entry lacks the index 'audit_entry_by_words', which the migrations made.",
                "update pg_index set indisvalid = false where indexrelid = 'audit_entry_by_time'::regclass"
                        + " | The table audit_entry has the index 'audit_entry_by_time' otherwise than the migrations made it:",
                "update pg_index set indisvalid = false where indexrelid = 'audit_entry_pkey'::regclass"
                        + " | PRIMARY KEY (id), its index is not valid. They made: PRIMARY KEY (id).",
                "alter table audit_entry alter column summary drop not null"
                        + " | The table audit_entry has the column 'summary' otherwise than the migrations made it: text. They made: text not null.",
                "alter table audit_entry add column forged boolean"
                        + " | The table audit_entry has the column 'forged', which no migration made: boolean.",
                "alter table audit_entry alter column subject set default current_query()"
                        + " | The table audit_entry has the column 'subject' otherwise than the migrations made it:",
                "alter table audit_entry alter column words drop expression"
                        + " | The table audit_entry has the column 'words' otherwise than the migrations made it: tsvector",
                "alter table audit_refused set unlogged"
                        + " | The database has the table 'audit_refused' otherwise than the migrations made it: unlogged.",
                "alter table audit_refused rename to kept; create view audit_refused as select * from kept"
                        + " | The database has the table 'audit_refused' otherwise than the migrations made it: a view.",
                "create table audit_more (x int) | The database has the table 'audit_more', which no migration made.",
                "create or replace function audit_entry_refuse_change() returns trigger language plpgsql as 'begin return null; end'"
                        + " | The database has the function 'audit_entry_refuse_change()' otherwise than the migrations made it: returns trigger,",
                "alter function audit_leaf_refuse_foreign() security definer | otherwise than the migrations made it",
                "alter function audit_whole_entry_store() security invoker | otherwise than the migrations made it",
                "do $$ begin execute replace(pg_get_functiondef('audit_whole_entry_store'::regproc), '\"public\".', ''); end $$"
                        + " | The database has the function 'audit_whole_entry_store()' otherwise than the migrations made it: returns trigger,",
                "do $$ begin execute replace(pg_get_functiondef('audit_whole_entry_store'::regproc), '\"public\".', 'public.'); end $$"
                        + " | The database has the function 'audit_whole_entry_store()' otherwise than the migrations made it: returns trigger,",
                "alter table audit_whole_entry drop constraint audit_whole_entry_is_empty"
                        + " | The table audit_whole_entry lacks the constraint 'audit_whole_entry_is_empty', which the migrations made.",
                "alter function audit_leaf_refuse_foreign() reset all | otherwise than the migrations made it",
                "alter function audit_leaf_refuse_foreign() set search_path = evil, pg_temp | otherwise than the migrations made it",
                "create function audit_run(text) returns void language plpgsql security definer as 'begin execute $1; end'"
                        + " | The database has the function 'audit_run(text)', which no migration made: returns void, language plpgsql",
                "create function more(text) returns text language sql return $1"
                        + " | The database has the function 'more(text)', which no migration made.",
                "create aggregate array_agg(bytea) (sfunc = array_append, stype = bytea[])"
                        + " | The database has the aggregate 'array_agg(bytea)', which no migration made.",
                "create function no(name, varchar) returns boolean language sql return false;"
                        + " create operator public.= (leftarg = name, rightarg = varchar, function = no)"
                        + " | The database has the operator '=(name,character varying)', which no migration made: by no(name,character varying).",
                "create type colour as enum ('red') | The database has the type 'colour', which no migration made.",
                "create type pair as (x int) | The database has the type 'pair', which no migration made.",
                "create domain short as text | The database has the type 'short', which no migration made.",
                "create cast (bytea as name) with inout as implicit"
                        + " | The database has the cast 'bytea as name', which no migration made",
                "create operator class more for type bytea using btree as operator 1 <, function 1 byteacmp(bytea, bytea)"
                        + " | The database has the operator class 'more for bytea by btree', which no migration made.",
                "create conversion more for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8"
                        + " | The database has the conversion 'more', which no migration made"
            })
    void whatTheOwnerChangesIsNamed(String change, String sentence) throws SQLException {
        String url = MigratedDatabase.create();
        execute(url, change);

        assertThat(deviations(url, TestDatabase.USER)).anyMatch(each -> each.contains(sentence));
    }

    /** PostgreSQL knows the event from version 17 on. */
    @Test
    void whatRunsAtEachLoginIsNamed() throws SQLException {
        String url = MigratedDatabase.create();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            assumeThat(connection.getMetaData().getDatabaseMajorVersion()).isGreaterThanOrEqualTo(17);
        }
        execute(url, "create function greet() returns event_trigger language plpgsql as 'begin end'");
        execute(url, "create event trigger greeting on login execute function greet()");

        assertThat(deviations(url, TestDatabase.USER))
                .contains(
                        "The database has the event trigger 'greeting', which no migration made: at login, by greet().");
    }

    @Test
    void checksOfAForeignKeyThatAreSwitchedOffAreNamed() throws SQLException {
        String url = MigratedDatabase.create();
        execute(url, "alter table audit_restoration_confirmed disable trigger all");

        assertThat(deviations(url, TestDatabase.USER))
                .anyMatch(each -> each.contains(", not enforced. They made: FOREIGN KEY"));
    }

    @Test
    void nothingThatSomebodyMadeChangesWhatIsAsked() throws SQLException {
        String url = MigratedDatabase.create();
        execute(url, "create policy p on audit_entry using (true)");
        execute(url, "create function no(name, name) returns boolean language sql return false");
        execute(url, "create function no(name, text) returns boolean language sql return false");
        execute(url, "create operator = (leftarg = name, rightarg = text, function = no)");
        execute(url, "create function concat_ws(text, text, text) returns text language sql return ''");

        assertThat(deviations(url, TestDatabase.USER))
                .anyMatch(each -> each.startsWith("The table audit_entry has the row level security policy 'p'"))
                .anyMatch(each -> each.startsWith("The database has the operator '=(name,text)'"));
    }

    @Test
    void whatBelongsToAnExtensionIsTheServers() throws SQLException {
        String url = MigratedDatabase.create();
        for (String extension :
                List.of("citext", "hstore", "pgcrypto", "btree_gist", "intarray", "uuid-ossp", "ltree")) {
            execute(
                    url,
                    "do $$ begin if exists (select from pg_available_extensions where name = '%1$s') then create extension \"%1$s\"; end if; end $$"
                            .formatted(extension));
        }

        assertThat(deviations(url, TestDatabase.USER)).isEmpty();
    }

    @Test
    void whatSomebodyAddedToAnExtensionIsNotItsOwn() throws SQLException {
        String url = MigratedDatabase.create();
        execute(url, "create aggregate array_agg(bytea) (sfunc = array_append, stype = bytea[])");
        execute(url, "alter extension pg_trgm add aggregate array_agg(bytea)");
        execute(url, "create function no(name, varchar) returns boolean language sql return false");
        execute(url, "create operator = (leftarg = name, rightarg = varchar, function = no)");
        execute(url, "alter extension pg_trgm add operator = (name, varchar)");

        assertThat(deviations(url, TestDatabase.USER))
                .contains("The database has the aggregate 'array_agg(bytea)', which no migration made.")
                .anyMatch(each -> each.startsWith("The database has the operator '=(name,character varying)', which"));
    }

    @Test
    void whatOthersHaveInASchemaThatIsLookedInBesideMattersWhereItCouldBeTakenForPostgresqls() throws SQLException {
        String url = MigratedDatabase.create();
        execute(url, "create schema beside");
        execute(url, "alter role portal_user in database %s set search_path = public, beside".formatted(database(url)));
        execute(url, "grant usage on schema beside to public");
        execute(url, "create function beside.theirs() returns int language sql return 1");
        execute(url, "create type beside.colour as enum ('red')");
        execute(url, "create function beside.lower(name) returns text language sql return ''");

        assertThat(deviations(url, TestDatabase.USER))
                .containsExactly("The database has the function 'beside.lower(name)', which no migration made.");
    }

    private static List<String> deviations(String url, String user) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, "")) {
            connection.setAutoCommit(false);
            return LogDefinition.deviations(connection).stream()
                    .map(Deviation::sentence)
                    .toList();
        }
    }

    private static void migrate(String url) {
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations("classpath:db/migration")
                .target(MigrationVersion.LATEST)
                .load()
                .migrate();
    }

    private static String database(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
