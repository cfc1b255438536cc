package org.deviceoffboarding.base.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.deviceoffboarding.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Every way in which a database lets the portal's role get at the log, whatever the settings say. */
class LogOwnershipTest {

    private final String url = MigratedDatabase.create();
    private final DriverManagerDataSource portal = new DriverManagerDataSource(url, TestDatabase.USER, "");
    private final JdbcClient administrator =
            JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
    private final LogOwnership ownership = new LogOwnership(JdbcClient.create(portal));

    @BeforeEach
    void theLogIsSafe() {
        assertThat(ownership.separate()).isTrue();
        run("create role helper");
    }

    @AfterEach
    void forgetTheHelper() {
        run("drop owned by helper");
        run("drop role helper");
    }

    @Test
    void aSuperuserMayDoAnything() {
        assertThat(new LogOwnership(administrator).ways())
                .containsExactly("The role 'postgres' is a superuser, who may do anything.");
    }

    @Test
    void whoeverMayBecomeASuperuserIsAsGoodAsOne() {
        run("alter role helper superuser");
        run("grant helper to portal_user with inherit false, set true");

        assertThat(ownership.ways())
                .contains("The role 'portal_user' is a superuser, or may become 'helper', who is one.");
    }

    @Test
    void whoOwnsTheDatabaseOwnsWhatItHolds() {
        run("alter database " + database() + " owner to portal_user");

        assertThat(ownership.ways())
                .containsExactly(
                        "The role 'portal_user' owns the database " + database() + ", and may drop what it holds.");
    }

    @Test
    void whoOwnsTheSchemaMayDropWhatItHolds() {
        run("alter schema public owner to portal_user");

        assertThat(ownership.ways())
                .containsExactly("The role 'portal_user' owns the schema public, and may drop what it holds.");
    }

    @Test
    void whoOwnsATableOrAFunctionOfTheLogMayChangeIt() {
        run("alter table audit_entry owner to portal_user");
        run("alter function audit_entry_refuse_change() owner to portal_user");

        assertThat(ownership.ways())
                .containsExactlyInAnyOrder(
                        "The role 'portal_user' owns tables of the log: audit_entry.",
                        "The role 'portal_user' owns functions of the log: audit_entry_refuse_change.");
        assertThat(ownership.separate()).isFalse();
    }

    @Test
    void aRightIsFoundAlsoWhereARoleWouldHaveToBeTakenFirst() {
        run("grant truncate on audit_entry to helper");
        run("grant helper to portal_user with inherit false, set true");

        assertThat(ownership.ways())
                .containsExactly("The role 'portal_user' was given rights that nobody needs: TRUNCATE on audit_entry.");
    }

    @Test
    void whoWritesAllDataWritesTheLog() {
        run("grant pg_write_all_data to portal_user");
        try {
            assertThat(ownership.ways())
                    .singleElement()
                    .asString()
                    .contains("DELETE on audit_entry", "UPDATE on audit_entry");
        } finally {
            run("revoke pg_write_all_data from portal_user");
        }
    }

    @Test
    void whoReachesTheServersFilesReachesTheLog() {
        run("grant pg_write_server_files to portal_user");
        try {
            assertThat(ownership.ways())
                    .containsExactly("The role 'portal_user' is a member of pg_write_server_files, and so reaches the"
                            + " server's files.");
        } finally {
            run("revoke pg_write_server_files from portal_user");
        }
    }

    private String database() {
        return administrator
                .sql("select current_database()")
                .query(String.class)
                .single();
    }

    private void run(String statement) {
        administrator.sql(statement).update();
    }
}
