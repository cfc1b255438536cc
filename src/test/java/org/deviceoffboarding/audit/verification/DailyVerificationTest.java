package org.deviceoffboarding.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.audit.seal.Sealing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the job of each day does where it can't verify: it counts as done only once it did. */
@PortalTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class DailyVerificationTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private VerificationRun run;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    private final SettableClock clock = new SettableClock();

    @BeforeEach
    void somethingIsSealed() {
        Sealing.allOf(application);
        jdbc.sql("delete from scheduled_tasks where task_name = 'verify-audit-log'")
                .update();
    }

    @Test
    void whereTheLockIsHeldItIsTriedAgainAfterPausesThatGrowToAnHourAndThenCountsAsDone() throws SQLException {
        Instant began = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        clock.set(began);
        ManualScheduler scheduler = scheduler();
        long before = verifications();
        try (Connection holder = database.getConnection()) {
            holder.createStatement().execute("select pg_advisory_lock(hashtextextended('audit-verification', 0))");
            for (int minutes : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
                scheduler.runAnyDueExecutions();
                assertThat(pause()).isEqualTo(Duration.ofMinutes(minutes));
                clock.tick(Duration.ofMinutes(minutes));
            }
            holder.createStatement().execute("select pg_advisory_unlock_all()");
        }
        assertThat(verifications()).isEqualTo(before);

        scheduler.runAnyDueExecutions();

        assertThat(verifications()).isEqualTo(before + 1);
        assertThat(pause()).isEqualTo(Duration.ofHours(24));
    }

    private ManualScheduler scheduler() {
        RecurringTask<Void> daily = new VerificationTask().verifyAuditLog(run);
        TestHelper.ManualSchedulerBuilder builder =
                TestHelper.createManualScheduler(database).clock(clock);
        builder.startTasks(daily);
        ManualScheduler scheduler = builder.build();
        scheduler.start();
        return scheduler;
    }

    private Duration pause() {
        return Duration.between(
                clock.now(),
                jdbc.sql("select execution_time from scheduled_tasks where task_name = 'verify-audit-log'")
                        .query((row, nth) -> row.getTimestamp(1).toInstant())
                        .single());
    }

    private long verifications() {
        return jdbc.sql("select count(*) from audit_verification")
                .query(Long.class)
                .single();
    }
}
