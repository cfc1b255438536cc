package org.deviceoffboarding.bench;

import java.util.Map;
import org.deviceoffboarding.remediation.ManyAtOnce;

/** What people do with many devices at once: how long each part takes. */
final class BulkBench {

    private static final int SOME = 10_000;
    private static final int MANY = 100_000;

    private BulkBench() {}

    static void run(Arguments arguments) {
        int devices = arguments.number(0, 1_000_000);
        int flagged = arguments.number(1, 300_000);
        try (var portal = new ManyAtOnce(devices, flagged)) {
            System.out.printf("%,d devices, %,d of them in one suggestion%n", devices, flagged);
            portal.measure(SOME); // so that nothing is measured for the first time
            Map<String, Long> some = portal.measure(SOME);
            Map<String, Long> many = portal.measure(MANY);
            System.out.printf("%-50s %,12d %,12d%n", "milliseconds with so many devices", SOME, MANY);
            some.forEach((part, took) -> System.out.printf("%-50s %,12d %,12d%n", part, took, many.get(part)));
        }
    }
}
