package org.deviceoffboarding.base.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.database.MigratedDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PutOffJobsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NEVER = Instant.parse("9998-01-01T00:00:00Z");

    private final String url = MigratedDatabase.create();
    private final DriverManagerDataSource database = new DriverManagerDataSource(url, TestDatabase.USER, "");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final List<Task<?>> tasks = List.of(
            Tasks.recurring("daily", FixedDelay.ofHours(24)).execute((row, context) -> {}),
            Tasks.recurring("hourly", FixedDelay.ofHours(1)).execute((row, context) -> {}),
            Tasks.oneTime("once").execute((row, context) -> {}));
    private final Scheduler scheduler =
            Scheduler.create(database, tasks).clock(clock::instant).build();
    private final PutOffJobs putOff = new PutOffJobs(scheduler, tasks, jdbc, clock);

    @BeforeEach
    void bothWaitForTheirTurn() {
        putOff.look();
        put("daily", NOW.plus(Duration.ofHours(24)));
        put("hourly", NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void whatWasPutOffIsDueAtOnce() {
        put("daily", NEVER);
        put("hourly", NOW.plus(Duration.ofHours(2)));

        putOff.look();

        assertThat(due("daily")).isEqualTo(NOW);
        assertThat(due("hourly")).isEqualTo(NOW);
    }

    @Test
    void whatWaitsAsItsScheduleSaysWaitsOnThoughTheClocksOfPortalsDiffer() {
        put("hourly", NOW.plus(Duration.ofMinutes(64)));

        putOff.look();

        assertThat(due("daily")).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(due("hourly")).isEqualTo(NOW.plus(Duration.ofMinutes(64)));
    }

    @Test
    void whatIsDueStaysDue() {
        put("daily", NOW.minusSeconds(1));

        putOff.look();

        assertThat(due("daily")).isEqualTo(NOW.minusSeconds(1));
    }

    @Test
    void whatWasTakenOutOfTheQueueIsDueAtOnce() {
        jdbc.sql("delete from scheduled_tasks").update();

        putOff.look();

        assertThat(due("daily")).isEqualTo(NOW);
        assertThat(due("hourly")).isEqualTo(NOW);
        assertThat(jdbc.sql("select count(*) from scheduled_tasks")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatIsBeingCarriedOutIsLeftAndItsHeartbeatIsNoLaterThanNow() {
        put("daily", NEVER);
        jdbc.sql("update scheduled_tasks set picked = true, picked_by = 'another', last_heartbeat = :never")
                .param("never", Sql.timestamp(NEVER))
                .update();
        jdbc.sql("update scheduled_tasks set last_heartbeat = :recent where task_name = 'hourly'")
                .param("recent", Sql.timestamp(NOW.plusSeconds(60)))
                .update();

        putOff.look();

        assertThat(due("daily")).isEqualTo(NEVER);
        assertThat(instant("last_heartbeat", "daily")).isEqualTo(NOW);
        assertThat(instant("last_heartbeat", "hourly")).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void whatCannotBeLookedAtEndsNoWatch() {
        asOwner("alter table scheduled_tasks rename to away");
        putOff.look();
        asOwner("alter table away rename to scheduled_tasks");
        put("daily", NEVER);

        putOff.look();

        assertThat(due("daily")).isEqualTo(NOW);
    }

    @Test
    void theEngineLooksForAsLongAsItCarriesOutJobs() throws SQLException {
        var engine = new JobEngine(scheduler, putOff, new PortalNode(database), jdbc, event -> {}, clock);

        engine.start();
        assertThat(putOff.isWatching()).isTrue();

        engine.stop();
        assertThat(putOff.isWatching()).isFalse();
    }

    private void put(String job, Instant due) {
        jdbc.sql("update scheduled_tasks set execution_time = :due where task_name = :job")
                .param("due", Sql.timestamp(due))
                .param("job", job)
                .update();
    }

    private void asOwner(String statement) {
        JdbcClient.create(new DriverManagerDataSource(url, TestDatabase.OWNER, ""))
                .sql(statement)
                .update();
    }

    private Instant due(String job) {
        return instant("execution_time", job);
    }

    private Instant instant(String column, String job) {
        return jdbc.sql("select " + column + " from scheduled_tasks where task_name = :job")
                .param("job", job)
                .query((row, nth) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
