package org.deviceoffboarding.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.ShownResult;
import org.deviceoffboarding.evaluation.RunService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kills the process that carries runs out at random moments, a few times in each run. */
class KilledRunsSoak {

    private static final int KILLS = Integer.getInteger("soak.kills", 50);
    private static final int KILLS_IN_A_RUN = 10;
    private static final int TENANT = 32_000;

    private final SplittableRandom random = new SplittableRandom(4711);
    private final RemediationTestBed testBed = new RemediationTestBed(TENANT, false);
    private final JdbcClient jdbc = testBed.jdbc();
    private final Carrier carrier = new Carrier("killed-runs", testBed.settings());

    @AfterEach
    void stop() {
        carrier.close();
        testBed.close();
    }

    @Test
    void everyRunThatIsKilledAgainAndAgainEndsAsIfNothingHadHappened() {
        try (ConfigurableApplicationContext portal = HeadlessPortal.start(testBed.settings())) {
            testBed.startAgent(portal);
            await(() -> ended(1));
        }
        ShownResult undisturbed = ShownResult.of(jdbc);

        for (int kills = 0; kills < KILLS; ) {
            long run = request();
            for (int inThis = 0; inThis < KILLS_IN_A_RUN && kills < KILLS && !ended(run); inThis++, kills++) {
                int before = times(run);
                Process portal = carrier.start();
                await(() -> times(run) > before || ended(run)); // what was sent last may be stored only after the kill
                LockSupport.parkNanos(random.nextLong(Duration.ofSeconds(2).toNanos()));
                carrier.kill(portal);
            }
            Process portal = carrier.start();
            await(() -> ended(run));
            carrier.kill(portal);
            assertThat(ShownResult.of(jdbc)).as("after %d kills", kills).isEqualTo(undisturbed);
            assertThat(jdbc.sql(
                                    "select action from audit_entry where subject = :run and action <> 'run.went-on' order by id")
                            .param("run", "run:" + run)
                            .query(String.class)
                            .list())
                    .containsExactly("run.requested", "run.started", "run.completed");
        }
    }

    /** Asks for a run that nobody carries out yet. */
    private long request() {
        try (ConfigurableApplicationContext portal = HeadlessPortal.start(testBed.settings())) {
            portal.getBean(Scheduler.class).pause();
            return As.person(
                            DemoRuns.OPERATOR,
                            List.of("OPERATOR", "READER"),
                            () -> portal.getBean(RunService.class).start())
                    .id();
        }
    }

    private boolean ended(long run) {
        String status = jdbc.sql("select status || coalesce(': ' || failure, '') from evaluation_run where id = :run")
                .param("run", run)
                .query(String.class)
                .optional()
                .orElse("RUNNING");
        assertThat(status).doesNotStartWith("FAILED");
        return status.equals("COMPLETED");
    }

    /** Returns how often it was taken up. */
    private int times(long run) {
        return jdbc.sql(
                        "select restarts + case when started_at is null then 0 else 1 end from evaluation_run where id = :run")
                .param("run", run)
                .query(Integer.class)
                .single();
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now())
                    .as("the portal's log is target/killed-runs.log")
                    .isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
