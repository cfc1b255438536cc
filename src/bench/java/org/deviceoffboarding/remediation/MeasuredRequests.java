package org.deviceoffboarding.remediation;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.context.ConfigurableApplicationContext;

/** The portal's modules without its pages beside a demo tenant over real HTTP, with the tenant's requests counted. */
public final class MeasuredRequests implements AutoCloseable {

    private final RemediationTestBed testBed;
    private final ConfigurableApplicationContext portal;

    /**
     * @param limits whether the tenant limits requests as Graph does, and the portal paces itself
     */
    public MeasuredRequests(int devices, boolean limits) {
        testBed = new RemediationTestBed(devices, limits);
        List<String> settings = new ArrayList<>(testBed.settings());
        settings.add("--portal.graph.paced=" + limits);
        portal = HeadlessPortal.start(settings);
    }

    /** Sets the agent up and runs it. */
    public void run() {
        testBed.startAgent(portal);
        testBed.faults().forgetRequests();
        await(() -> testBed.count("select count(*) from evaluation_run where status = 'COMPLETED'") == 1);
    }

    /** Lets so many flagged devices be disabled, and returns how long it took until all were sent. */
    public Duration disable(int devices) {
        RemediationTestBed.Asked asked = testBed.askToDisable(portal, testBed.devicesToDisable(portal, devices));
        testBed.faults().forgetRequests();
        Instant begin = Instant.now();
        asked.approve();
        await(() -> testBed.count("select count(*) from requested_device where state in ('WAITING', 'SENT')") == 0);
        Duration took = Duration.between(begin, Instant.now());
        await(() -> testBed.count("select count(*) from change_request where status = 'DONE'") == 1);
        return took;
    }

    /** Returns how many devices ended verified. */
    public long verified() {
        return testBed.count("select count(*) from requested_device where state = 'VERIFIED'");
    }

    /** Returns how many requests to a path with placeholders the tenant answered since the last measurement began. */
    public long requests(String methodAndTemplate) {
        return testBed.faults().requests(methodAndTemplate);
    }

    @Override
    public void close() {
        portal.getBean(Scheduler.class).stop();
        portal.close();
        testBed.close();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
