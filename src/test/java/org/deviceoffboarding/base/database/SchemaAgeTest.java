package org.deviceoffboarding.base.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.launch.StartupFailure;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SchemaAgeTest {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestDatabase.create(), "postgres", "postgres");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Flyway flyway = Flyway.configure()
            .dataSource(database)
            .locations("classpath:db/migration")
            .load();

    @BeforeEach
    void anEmptyDatabaseAsksForNothing() {
        SchemaAge.requireKnown(flyway, database);
        flyway.migrate();
    }

    @Test
    void aPortalGoesOnWhereANewerOneHasOnlyAdded() {
        jdbc.sql("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                    execution_time, success)
                values (9999, '9998', 'add something', 'SQL', 'V9998__add_something.sql', 'portal', 1, true)
                """).update();

        assertThatNoException().isThrownBy(() -> SchemaAge.requireKnown(flyway, database));
    }

    @Test
    void aPortalThatIsTooOldForTheTablesDoesNotStartAndSaysWhichOneDoes() {
        aPortalGoesOnWhereANewerOneHasOnlyAdded();
        jdbc.sql("create or replace function oldest_migration_to_know() returns integer language sql return 9998")
                .update();

        Throwable refusal = catchThrowable(() -> SchemaAge.requireKnown(flyway, database));

        assertThat(StartupFailure.sentence(refusal))
                .startsWith(
                        "The database could not be brought to this version of the portal (its tables are for a portal that"
                                + " knows migration 9998 or newer")
                .contains("if a newer version used it, start that one; ")
                .endsWith("else restore the database from a backup.");
    }
}
