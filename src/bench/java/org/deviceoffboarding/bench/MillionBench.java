package org.deviceoffboarding.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run with the demo tenant in the portal's own process. The tenant's limits are off: they would be what is measured. */
final class MillionBench {

    private MillionBench() {}

    static void run(List<String> arguments) throws IOException {
        int devices = Bench.number(arguments, 0, 1_000_000);
        String heap = Bench.text(arguments, 1, "2g");
        Map<String, String> environment = new HashMap<>();
        environment.put("DEMOTENANT_DEVICES", Integer.toString(devices));
        environment.put("DEMOTENANT_PORT", "0");
        environment.put("DEMOTENANT_LIMITS", "false");
        try (MeasuredPortal portal = MeasuredPortal.start(environment, heap)) {
            System.out.printf("%,d Entra devices in the portal's own process, heap at %s%n", devices, heap);
            portal.run();
        }
    }
}
