package org.deviceoffboarding.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import org.deviceoffboarding.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the database keeps from the role that the portal works as. Nothing of it changes anything, so that one database serves all. */
class KeptFromThePortalTest {

    private static final String NOT_ALLOWED = "42501";

    private static final String URL = MigratedDatabase.create();
    private static final JdbcClient AS_PORTAL =
            JdbcClient.create(new DriverManagerDataSource(URL, TestDatabase.USER, ""));
    private static final JdbcClient AS_OWNER =
            JdbcClient.create(new DriverManagerDataSource(URL, TestDatabase.OWNER, ""));

    @BeforeAll
    static void anEntryIsThere() {
        AS_PORTAL.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                values (now(), 'anna', 'Anna', 'lamp.renamed', 'DONE', 'lamp:1', 'Renamed the lamp', 2, sha256(''))
                """).update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set summary = 'Did nothing'",
                "delete from audit_entry",
                "truncate audit_entry",
                "truncate audit_entry cascade",
                "insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)"
                        + " values (now(), 'anna', 'Anna', 'lamp.renamed', 'DONE', 'lamp:1', 'Renamed the lamp', 2, sha256(''))"
                        + " on conflict (id) do update set summary = 'Did nothing'",
                "merge into audit_entry e using (select 1) on true when matched then delete",
                "drop table audit_entry",
                "drop table audit_entry cascade",
                "drop schema public cascade",
                "drop index audit_entry_by_words",
                "alter table audit_entry disable trigger all",
                "alter table audit_entry disable trigger audit_entry_append_only",
                "alter table audit_entry alter summary drop not null",
                "alter table audit_entry add column more text",
                "alter table audit_entry rename to forgotten",
                "alter table audit_entry set schema pg_temp",
                "alter table audit_entry owner to portal_user",
                "drop trigger audit_entry_append_only on audit_entry",
                "create trigger another before insert on audit_entry execute function audit_entry_refuse_change()",
                "create rule another as on insert to audit_entry do instead nothing",
                "create policy another on audit_entry",
                "create table audit_more () inherits (audit_entry)",
                "create or replace function audit_entry_refuse_change() returns trigger language plpgsql as 'begin return new; end'",
                "drop function audit_entry_refuse_change() cascade",
                "alter function audit_entry_refuse_change() rename to forgotten",
                "grant portal_owner to portal_user",
                "set role portal_owner",
                "set session authorization portal_owner",
                "update flyway_schema_history set success = false",
                "delete from flyway_schema_history",
                "drop table flyway_schema_history"
            })
    void thePortalsRoleMayNot(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> AS_PORTAL.sql(statement).update())
                .satisfies(e -> assertThat(((SQLException) e.getMostSpecificCause()).getSQLState())
                        .as(e.getMessage())
                        .isEqualTo(NOT_ALLOWED));

        assertThat(AS_OWNER.sql("select summary from audit_entry where actor_id = 'anna'")
                        .query(String.class)
                        .list())
                .containsExactly("Renamed the lamp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into audit_leaf values (1000000, (select entry_id from audit_unsealed limit 1), sha256(''))",
                "insert into audit_leaf values (1, -5, sha256(''))",
                "insert into audit_leaf select 1, entry_id, sha256('another') from audit_unsealed limit 1",
                "insert into audit_unsealed values (-5)",
                "delete from audit_unsealed",
                "insert into audit_refused values (-5, now())",
                "insert into audit_entry_device select id, gen_random_uuid(), null, 'LAMP' from audit_entry",
                "insert into audit_tile values (2, 36028797018963967, sha256(''))",
                "insert into audit_checkpoint values (1000000, now(), 'note')",
                "insert into audit_log_identity values (gen_random_uuid())",
                "create temporary table audit_unsealed as select -5 as entry_id;"
                        + " create temporary table audit_entry as select -5 as id, sha256('') as leaf_hash;"
                        + " insert into public.audit_leaf values (1, -5, sha256(''))",
                "insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)"
                        + " values ('infinity', 'x', 'X', 'lamp.renamed', 'DONE', '', 'Renamed', 2, sha256(''))"
            })
    void thePortalsRoleAddsNothingToTheTreeThatTheSealerWouldNot(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> AS_PORTAL.sql(statement).update());

        assertThat(AS_PORTAL
                        .sql("select count(*) from audit_leaf")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(new LogOwnership(AS_PORTAL).ways()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)"
                        + " values (now(), 'x', 'X', 'lamp.renamed', 'DONE', '', repeat(' ', 67108864), 2, sha256(''))",
                "with e as ("
                        + "insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)"
                        + " values (now(), 'x', 'X', 'lamp.renamed', 'DONE', '', 'Renamed', 2, sha256('')) returning id)"
                        + " insert into audit_entry_device select id, gen_random_uuid(), null, repeat(' ', 200000)"
                        + " from e cross join generate_series(1, 700)"
            })
    void thePortalsRoleAddsNothingThatIsTooLargeToBeReadAgain(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> AS_PORTAL.sql(statement).update())
                .satisfies(refused ->
                        assertThat(refused.getMostSpecificCause()).hasMessageContaining("The audit log takes no "));
    }
}
