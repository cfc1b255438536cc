package org.deviceoffboarding.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.deviceoffboarding.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the portal's role puts on its own tables is carried out by whoever changes their rows, as the owner does in a migration. */
class TableAdditionsTest {

    /** One that calls it, since what is due is asked by name. */
    private static final List<String> RUN = List.of("entra_device", "managed_device", "listed_device", "packed_device");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table finding add constraint more check (query_to_xml('select 1', true, true, '') is not null)"
                        + " | check more on finding with query_to_xml()",
                "alter table finding add constraint more check (set_config('work_mem', '64kB', false) <> '')"
                        + " | check more on finding with set_config()",
                "alter table finding add constraint more check (run_id is distinct from lo_creat(-1)::bigint)"
                        + " | check more on finding with lo_creat()",
                "alter table finding add constraint more check (table_to_xml('finding', true, true, '') is not null)"
                        + " | check more on finding with table_to_xml()",
                "alter table finding add more boolean default pg_terminate_backend(0) | default of more on finding"
                        + " with pg_terminate_backend()",
                "alter table portal_copies.more add by bigint default setval('playbook_version', 1) | default of by on"
                        + " portal_copies.more with setval()",
                "create trigger more before update on finding for each row when (pg_try_advisory_lock(1)) execute"
                        + " function task_refuse_delete() | trigger more on finding with pg_try_advisory_lock()",
                "create trigger more before update on finding for each row execute function"
                        + " suppress_redundant_updates_trigger() | trigger more on finding with"
                        + " suppress_redundant_updates_trigger()",
                "create trigger more after insert on portal_copies.more for each statement execute function"
                        + " portal_owner_only.said() | trigger more on portal_copies.more with said()",
                "create policy more on finding using (true) | policy more on finding"
            })
    void aPortalDoesNotStartOnWhatItsRolePutOnItsTables(String statementAndName) {
        String url = MigratedDatabase.create();
        JdbcClient asPortal = JdbcClient.create(portal(url));
        JdbcClient.create(owner(url)).sql("""
                create schema portal_owner_only;
                grant usage on schema portal_owner_only to public;
                create function portal_owner_only.said() returns trigger language plpgsql as 'begin return null; end'
                """).update();
        asPortal.sql("create table portal_copies.more (id int)").update();
        String[] parts = statementAndName.split(" [|] ", 2);
        asPortal.sql(parts[0]).update();

        assertThatExceptionOfType(DatabaseRoleException.class)
                .isThrownBy(() -> MigratedDatabase.migrate(portal(url), owner(url)))
                .withMessageStartingWith(
                        "In the database the role 'portal_user' made what no version of the portal has: " + parts[1]
                                + ". ");
    }

    @Test
    void whatIsOnAPartOfATableIsFoundWhereverThatIs() {
        String url = MigratedDatabase.create();
        JdbcClient.create(owner(url))
                .sql("create schema elsewhere authorization portal_user")
                .update();
        JdbcClient asPortal = JdbcClient.create(portal(url));
        asPortal.sql("create table elsewhere.alone (id bigint default setval('playbook_version', 1))")
                .update();
        assertThatNoException().isThrownBy(() -> MigratedDatabase.migrate(portal(url), owner(url)));

        asPortal.sql("create table elsewhere.more (check (pg_notify('a', 'b') is null)) inherits (finding)")
                .update();

        assertThatExceptionOfType(DatabaseRoleException.class)
                .isThrownBy(() -> MigratedDatabase.migrate(portal(url), owner(url)))
                .withMessageContaining(" has: check more_check on elsewhere.more with pg_notify(). ");
    }

    @Test
    void whatOnlyComputesIsLetPass() {
        String url = MigratedDatabase.create();
        JdbcClient.create(portal(url)).sql("""
                alter table finding add more_at timestamptz default now();
                alter table finding add more_id uuid default gen_random_uuid();
                alter table finding add constraint more check (more_at < clock_timestamp() and version_key('1') is not null)
                """).update();
        JdbcClient.create(owner(url))
                .sql("create index more on finding (lower(more_id::text))")
                .update();

        assertThatNoException().isThrownBy(() -> MigratedDatabase.migrate(portal(url), owner(url)));
    }

    /** A start would be refused for good, without any fault of anybody. */
    @Test
    void noVersionOfTheTablesIsTakenForStrangeThoughThePortalsRoleOwnsAllOfThem() {
        String url = TestDatabase.create();
        var migrated = new EachVersion(() -> {
            JdbcClient.create(owner(url)).sql(GIVE_ALL_TO_THE_PORTAL).update();
            new SchemaGuard(owner(url)).close(TestDatabase.USER, List.of("public"));
        });

        assertThatNoException().isThrownBy(() -> {
            Flyway.configure()
                    .dataSource(owner(url))
                    .locations("classpath:db/migration")
                    .callbacks(migrated)
                    .load()
                    .migrate();
            migrated.looked.run();
        });

        assertThat(migrated.versions).isGreaterThan(100);
        assertThat(JdbcClient.create(owner(url))
                        .sql("select count(*) from pg_class where relname in ('audit_entry', 'finding')"
                                + " and relowner = 'portal_user'::regrole")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    /** Looks at each version of the tables, before they are brought to the next. */
    private static final class EachVersion extends BaseCallback {

        private final Runnable looked;
        private int versions;

        EachVersion(Runnable looked) {
            this.looked = looked;
        }

        @Override
        public boolean supports(Event event, @Nullable Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            versions++;
            looked.run();
        }
    }

    @Test
    void copiesOfAnyOfThePortalsTablesAreLetPass() {
        String url = MigratedDatabase.create();
        JdbcClient asPortal = JdbcClient.create(portal(url));
        for (String table : asPortal.sql("select relname from pg_class where relnamespace = 'public'::regnamespace"
                        + " and relkind in ('r', 'p') and has_table_privilege(oid, 'select')")
                .query(String.class)
                .list()) {
            asPortal.sql("create table portal_copies.%1$s_7 (like %1$s including all)".formatted(table))
                    .update();
        }
        for (String table : RUN) {
            asPortal.sql("alter table %1$s attach partition portal_copies.%1$s_7 for values in (7)".formatted(table))
                    .update();
        }

        assertThatNoException().isThrownBy(() -> MigratedDatabase.migrate(portal(url), owner(url)));
    }

    /** As in a database that one role had until now. */
    private static final String GIVE_ALL_TO_THE_PORTAL = """
            do $$
            declare each record;
            begin
                grant create on schema public to portal_user;
                for each in
                    select format('alter table %s owner to portal_user', oid::regclass) as change from pg_class
                    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') and relowner <> 'portal_user'::regrole
                      and relname <> 'flyway_schema_history'
                loop
                    execute each.change;
                end loop;
            end $$
            """;

    private static DriverManagerDataSource portal(String url) {
        return new DriverManagerDataSource(url, TestDatabase.USER, "");
    }

    private static DriverManagerDataSource owner(String url) {
        return new DriverManagerDataSource(url, TestDatabase.OWNER, "");
    }
}
