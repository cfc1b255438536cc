package org.deviceoffboarding.evaluation.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.RunProgress;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.inventory.InventorySource;
import org.deviceoffboarding.judging.ADevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EvaluationTest
class RunReportTest {

    @Autowired
    private RunStore runs;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final List<Run> told = new CopyOnWriteArrayList<>();
    private Run run = new Run(
            0,
            RunStatus.RUNNING,
            RunPhase.READ,
            Actor.PORTAL,
            ADevice.NOW,
            0,
            0,
            null,
            null,
            null,
            new RunProgress(0, 0, 0, 0, 0, 0, 0, 0),
            0,
            0,
            0,
            null,
            null,
            0,
            null);

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run cascade").update();
        run = runs.takeUp(requested(), clock.instant(), false).orElseThrow();
    }

    @Test
    void manyPagesAreToldInFewStepsAndTheLastIsNeverLost() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        try (RunReport report = report(last)) {
            for (int page = 1; page <= 1_000; page++) {
                report.pageRead(InventorySource.ENTRA_DEVICES, page, page * 999L);
            }
            assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(told.size()).isLessThan(100);
        assertThat(told.getLast().progress().pages()).isEqualTo(1_000);
        assertThat(runs.get(run.id()).progress().entraDevices()).isEqualTo(999_000);
    }

    @Test
    void aListingThatBeganAgainCountsItsPagesAgain() {
        try (RunReport report = report(new CountDownLatch(1))) {
            report.pageRead(InventorySource.ENTRA_DEVICES, 1, 999);
            report.pageRead(InventorySource.ENTRA_DEVICES, 2, 1_998);
            report.pageRead(InventorySource.ENTRA_DEVICES, 1, 999);
            report.finished(InventorySource.ENTRA_DEVICES, 999);

            Run stored = report.enter(RunPhase.JUDGE);

            assertThat(stored.progress().pages()).isEqualTo(3);
            assertThat(stored.progress().entraDevices()).isEqualTo(999);
        }
    }

    @Test
    void whatARunDoesIsToldUntilThereIsAPageOrAnotherPhase() {
        try (RunReport report = report(new CountDownLatch(1))) {
            report.doing("puts Entra devices in order");
            assertThat(toldNow(report)).isEqualTo("puts Entra devices in order");
            assertThat(runs.get(run.id()).progress().doing()).isEqualTo("puts Entra devices in order");

            report.pageRead(InventorySource.MANAGED_DEVICES, 1, 999);
            assertThat(toldNow(report)).isEmpty();

            report.doing("counts what was read");
            assertThat(report.enter(RunPhase.JUDGE).progress().doing()).isEmpty();
        }
    }

    private String toldNow(RunReport report) {
        report.tell(so -> so);
        return told.getLast().progress().doing();
    }

    @Test
    void theTimeToJudgeByIsSetOnceAndKept() {
        try (RunReport report = report(new CountDownLatch(1))) {
            var readAt = report.enter(RunPhase.JUDGE).readAt();
            clock.forward(Duration.ofHours(1));

            assertThat(report.enter(RunPhase.CONFIRM).readAt())
                    .isEqualTo(readAt)
                    .isNotNull();
        }
    }

    @Test
    void aRunThatWentOnElsewhereCannotBeReported() {
        runs.takeUp(run.id(), clock.instant(), false);

        try (RunReport report = report(new CountDownLatch(1))) {
            assertThatExceptionOfType(RunTakenOverException.class).isThrownBy(() -> report.enter(RunPhase.JUDGE));
        }
    }

    private long requested() {
        return jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version)
                values ('RUNNING', 'READ', :now, 'o', 'O', 0, 0) returning id
                """)
                .param("now", Sql.timestamp(clock.instant()))
                .query(Long.class)
                .single();
    }

    private RunReport report(CountDownLatch last) {
        return new RunReport(
                runs,
                state -> {
                    told.add(state);
                    if (state.progress().pages() == 1_000) {
                        last.countDown();
                    }
                },
                () -> false,
                run,
                clock);
    }
}
