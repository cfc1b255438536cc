package org.deviceoffboarding.bench;

import java.time.Duration;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.deviceoffboarding.remediation.MeasuredRequests;

/** Counts and times what disabling devices asks of Graph. */
final class RemediationBench {

    private static final int WRITES = 25;
    private static final int SECONDS = 10;

    private RemediationBench() {}

    static void run(Arguments arguments) {
        int devices = arguments.number(0, 1_000);
        requests();
        speed();
        limits(devices);
    }

    /** What finding and disabling 500 of 15,000 devices asks. */
    private static void requests() {
        try (var portal = new MeasuredRequests(15_000, false)) {
            portal.run();
            long asked = portal.requests(FaultSwitches.OVER_HTTP);
            long batches = portal.requests("POST /$batch");
            System.out.printf(
                    "finding what to remove among 15,000 devices: %d requests, of which %d pages of lists and %d batches that ask"
                            + " again by key for each device to be flagged%n",
                    asked, asked - batches, batches);
            portal.disable(500);
            System.out.println("disabling 500 of them: " + sent(portal));
        }
    }

    private static void speed() {
        try (var portal = new MeasuredRequests(32_000, false)) {
            portal.run();
            Duration took = portal.disable(2_000);
            System.out.printf(
                    "without limits: 2,000 devices read again, disabled and noted in %.1f s, %.0f a second%n",
                    seconds(took), 2_000 / seconds(took));
        }
    }

    private static void limits(int devices) {
        try (var portal = new MeasuredRequests(Math.max(1_200, devices * 16), true)) {
            portal.run();
            System.out.printf("with limits: %,d devices take %.0f s at the least…%n", devices, least(devices));
            Duration took = portal.disable(devices);
            System.out.printf(
                    "with limits: %,d devices in %.0f s, %.3f times the least; %s%n",
                    devices, seconds(took), seconds(took) / least(devices), sent(portal));
        }
    }

    private static String sent(MeasuredRequests portal) {
        return "%,d changes in %,d batches, %,d batches of reads, %,d times 429; %,d verified"
                .formatted(
                        portal.requests("PATCH /devices/{id}"),
                        portal.requests(FaultSwitches.BATCHES_OF_CHANGES),
                        portal.requests("POST /$batch") - portal.requests(FaultSwitches.BATCHES_OF_CHANGES),
                        portal.requests("answers of 429"),
                        portal.verified());
    }

    /** 25 at the beginning, and as many after each 10 seconds. */
    private static double least(int devices) {
        return Math.max(0, devices - 1) / WRITES * SECONDS;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
