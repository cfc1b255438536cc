package org.deviceoffboarding.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Kills the process that carries out one large request at random moments, without a word to it, while one change in
 * twenty goes wrong; then looks at each device.
 */
class KilledRequestIT {

    /** Once, unless somebody soaks in it. */
    private static final int KILLS = Integer.getInteger("soak.kills", 1);

    /** Enough that it is not done before it was killed so often. */
    private static final int DEVICES = Math.min(100 * KILLS, 2_000);

    /** So many devices of the demo tenant are flagged enough. */
    private static final int TENANT = 16 * DEVICES;

    private final SplittableRandom random = new SplittableRandom(4711);
    private final RemediationTestBed testBed = new RemediationTestBed(TENANT, false);
    private final FaultSwitches faults = testBed.faults();
    private final JdbcClient jdbc = testBed.jdbc();
    private final Carrier carrier = new Carrier("killed-request", testBed.settings());

    @AfterEach
    void stop() {
        carrier.close();
        testBed.close();
    }

    @Test
    void aRequestThatIsKilledAgainAndAgainActsOnEveryDeviceExactlyOnce() throws SQLException {
        List<UUID> devices = askAndApprove();
        letOneInTwentyGoWrong();
        Process ended = carrier.start();
        await(() -> faults.requests("POST /$batch") >= 6);
        carrier.end(ended);

        for (int kills = 1; kills <= KILLS; kills++) {
            long sent = faults.requests("POST /$batch");
            Process portal = carrier.start();
            long enough = sent + random.nextInt(1, 13);
            await(() -> faults.requests("POST /$batch") >= enough || isDone());
            LockSupport.parkNanos(random.nextLong(Duration.ofMillis(20).toNanos()));
            carrier.kill(portal);
            assertThat(isDone()).as("done after it was killed %d times", kills).isFalse();
        }
        carrier.start();
        await(this::isDone);

        ActedOnce.on(devices, testBed);
        testBed.assertNoSecretInClear(carrier.log());
    }

    private List<UUID> askAndApprove() {
        try (ConfigurableApplicationContext portal = HeadlessPortal.start(testBed.settings())) {
            testBed.startAgent(portal);
            await(() -> testBed.count("select count(*) from evaluation_run where status <> 'RUNNING'") == 1);
            assertThat(jdbc.sql("select failure from evaluation_run where failure is not null")
                            .query(String.class)
                            .list())
                    .isEmpty();
            List<UUID> devices = testBed.devicesToDisable(portal, DEVICES);
            portal.getBean(Scheduler.class).pause();
            testBed.askToDisable(portal, devices).approve();
            return devices;
        }
    }

    private void letOneInTwentyGoWrong() {
        faults.add(Fault.of(Fault.Kind.DONE_BUT_THROTTLED, "/devices/*", -1)
                .onlyFor("PATCH")
                .byChance(2, 1));
        faults.add(Fault.of(Fault.Kind.UNAVAILABLE, "/devices/*", -1)
                .onlyFor("PATCH")
                .byChance(2, 2));
        faults.add(Fault.of(Fault.Kind.CUT_CONNECTION, "/$batch", -1)
                .withAfterBytes(200)
                .byChance(1, 3));
        faults.forgetRequests();
    }

    private boolean isDone() {
        return jdbc.sql("select status from change_request")
                .query(String.class)
                .single()
                .equals("DONE");
    }

    /** Another process tells nobody how far it is, so it is asked. */
    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(5));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now())
                    .as("the portal's log is target/killed-request.log")
                    .isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }
}
