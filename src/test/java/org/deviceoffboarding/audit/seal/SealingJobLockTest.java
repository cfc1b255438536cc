package org.deviceoffboarding.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.base.database.MigratedDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Who locks the row by which the scheduler begins to seal is named as whoever locks the log is. */
class SealingJobLockTest {

    private static final String ROW = "select * from scheduled_tasks where task_name = 'seal-audit-log' for ";

    private final String url = MigratedDatabase.ofAdministrator();
    private final Sealing sealing;

    SealingJobLockTest(@TempDir Path folder) {
        sealing = Sealing.of(new DriverManagerDataSource(url, "postgres", "postgres"), folder, CheckpointKey.create());
    }

    @BeforeEach
    void theJobIsDue() {
        addJob("seal-audit-log", "now() - interval '1 minute'");
        addJob("another-job", "now() - interval '1 minute'");
        sealing.all();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "no key update", "share", "key share"})
    void whoeverLocksTheRowIsNamed(String strength) throws SQLException {
        try (Connection holder = open()) {
            holder.createStatement().execute(ROW + strength);

            assertThat(sealing.obstacles())
                    .singleElement()
                    .asString()
                    .startsWith("Rows of the table scheduled_tasks are locked by process ")
                    .contains(" of PostgreSQL (user postgres, application 'a stranger', connected since ")
                    .endsWith(
                            ": while that of the job seal-audit-log is among them, entries are sealed only once they have waited for a minute. Find out whose it is, and"
                                    + " end it.");
            holder.rollback();
        }
        assertThat(sealing.obstacles()).isEmpty();
    }

    @Test
    void whoeverHasChangedTheRowIsNamed() throws SQLException {
        try (Connection holder = open()) {
            holder.createStatement()
                    .execute("update scheduled_tasks set version = version + 1 where task_name = 'seal-audit-log'");

            assertThat(sealing.obstacles()).singleElement().asString().contains("'a stranger'");
        }
    }

    @Test
    void whoeverLocksTheTableIsNamed() throws SQLException {
        try (Connection holder = open()) {
            holder.createStatement().execute("lock table scheduled_tasks in share mode");

            assertThat(sealing.obstacles()).singleElement().asString().contains("'a stranger'");
        }
    }

    @Test
    void severalWhoShareTheLockAreNamed() throws SQLException {
        try (Connection one = open();
                Connection other = open()) {
            one.createStatement().execute(ROW + "share");
            other.createStatement().execute(ROW + "share");

            assertThat(sealing.obstacles()).hasSize(2).allMatch(each -> each.contains("'a stranger'"));
        }
    }

    @Test
    void whoeverLocksAnotherJobsRowIsNotNamedAsLongAsSealingIsNotDue() throws SQLException {
        sealing.jdbc()
                .sql(
                        "update scheduled_tasks set execution_time = now() + interval '1 hour' where task_name = 'seal-audit-log'")
                .update();
        try (Connection holder = open()) {
            holder.createStatement()
                    .execute("select * from scheduled_tasks where task_name = 'another-job' for update");

            assertThat(sealing.obstacles()).isEmpty();
        }
    }

    private void addJob(String name, String due) {
        sealing.jdbc()
                .sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) values ('"
                        + name + "', 'recurring', " + due + ", false, 1)")
                .update();
    }

    private Connection open() throws SQLException {
        Connection connection =
                DriverManager.getConnection(url + "?ApplicationName=a%20stranger", "postgres", "postgres");
        connection.setAutoCommit(false);
        return connection;
    }
}
