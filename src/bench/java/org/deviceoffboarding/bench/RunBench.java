package org.deviceoffboarding.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;

/** Runs over a large tenant that is in a process of its own; the second run has an inventory to replace. */
final class RunBench {

    /** Not every device is managed: so many in Entra make 100,000 in Intune. */
    private static final int USUAL = 110_500;

    private RunBench() {}

    static void run(List<String> arguments) throws IOException {
        int devices = Bench.number(arguments, 0, USUAL);
        String heap = Bench.text(arguments, 1, "256m");
        try (DemoTenant tenant = DemoTenant.start(new DemoTenantProperties(0, "127.0.0.1", devices, 1))) {
            Map<String, String> environment = new HashMap<>();
            environment.put("PORTAL_TENANT_ISSUER_URI", tenant.issuerUri().toString());
            environment.put("PORTAL_TENANT_CLIENT_ID", tenant.clientId());
            environment.put("PORTAL_TENANT_CLIENT_SECRET", tenant.clientSecret());
            environment.put(
                    "PORTAL_TENANT_GRAPH_BASE_URL", tenant.graphBaseUrl().toString());
            try (MeasuredPortal portal = MeasuredPortal.start(environment, heap)) {
                System.out.printf("%,d Entra devices, the portal's heap at %s%n", devices, heap);
                portal.run();
                portal.run();
            }
        }
    }
}
