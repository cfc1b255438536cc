package org.deviceoffboarding.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The schema on a PostgreSQL that is not the embedded one: for machines with a container engine, when asked for. */
@EnabledIfSystemProperty(named = "test.database", matches = "container")
class SchemaOnContainerTest {

    @Test
    void everyMigrationRunsOnAnEmptyDatabaseAndIsThenDone() {
        assumeThat(DockerClientFactory.instance().isDockerAvailable())
                .as("a container engine")
                .isTrue();
        try (PostgreSQLContainer database = new PostgreSQLContainer("postgres:18")) {
            database.start();
            DatabaseCheck.check(
                    database.getJdbcUrl(),
                    new DatabaseRole(database.getUsername(), database.getPassword(), "settings"),
                    Optional.empty());
            Flyway flyway = Flyway.configure()
                    .dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
                    .locations("classpath:db/migration")
                    .load();

            MigrateResult migrated = flyway.migrate();

            assertThat(migrated.migrationsExecuted).isPositive();
            assertThat(flyway.info().pending()).isEmpty();
            assertThat(flyway.migrate().migrationsExecuted).isZero();
        }
    }
}
