package org.deviceoffboarding.base.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.deviceoffboarding.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A migration that changes the tables of the audit log makes nobody wait who uses them meanwhile. */
class LogInUseTest {

    private static final String BEFORE = "0333";
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final String ENTRY = """
            with entry as (
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                values (now(), 'anna', 'Anna', 'lamp.renamed', 'DONE', 'lamp:1', 'Renamed the lamp', 2, sha256(''))
                returning id)
            insert into audit_unsealed select id from entry
            """;

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestDatabase.create(), "postgres", "postgres");
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void aPortalStoresEntriesWhileAMigrationWaitsForABackup() throws Exception {
        migrateTo(BEFORE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> migration;
            try (Connection backup = database.getConnection()) {
                backup.setAutoCommit(false);
                backup.createStatement().execute("select from audit_verification");
                migration =
                        threads.submit(() -> MigratedDatabase.flyway(database).migrate());
                awaitThatItWaits();

                storeEntry();

                assertThat(migration.isDone()).isFalse();
                backup.rollback();
            }
            migration.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(jdbc.sql("select to_regclass('audit_refused') is not null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aPortalStoresEntriesWhileAMigrationWaitsForOneThatIsBeingStored() throws Exception {
        migrateTo("0430");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> migration;
            try (Connection portal = database.getConnection()) {
                portal.setAutoCommit(false);
                portal.createStatement().execute(ENTRY);
                migration =
                        threads.submit(() -> MigratedDatabase.flyway(database).migrate());
                awaitThatItWaits();

                storeEntry();

                assertThat(migration.isDone()).isFalse();
                portal.commit();
            }
            migration.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        }
        storeEntry();
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry e join audit_unsealed u on u.entry_id = e.id where actor_id = 'anna'")
                        .query(Integer.class)
                        .single())
                .as("stored as portals of before do, before and after the migration")
                .isEqualTo(3);
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private void awaitThatItWaits() {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!jdbc.sql("""
                select exists (
                    select from pg_stat_activity
                    where datname = current_database() and (wait_event = 'PgSleep' or wait_event_type = 'Lock'))
                """).query(Boolean.class).single()) {
            assertThat(System.nanoTime()).as("it waits").isLessThan(end);
        }
    }

    private void storeEntry() throws SQLException {
        try (Connection portal = database.getConnection();
                var statement = portal.createStatement()) {
            statement.execute("set lock_timeout = '5s'");
            statement.execute(ENTRY);
        }
    }
}
