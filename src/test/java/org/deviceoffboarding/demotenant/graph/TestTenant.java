package org.deviceoffboarding.demotenant.graph;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.demotenant.DirectoryRole;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.Population;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A demo tenant on a free port, for one test class. */
final class TestTenant implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private TestTenant(String... properties) {
        var all = new ArrayList<>(List.of(
                "server.port=0",
                "server.compression.enabled=true",
                "demotenant.limits=false",
                "spring.main.banner-mode=off",
                "logging.level.root=warn"));
        all.addAll(List.of(properties));
        this.context = new SpringApplicationBuilder(GraphTestApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties(all.toArray(String[]::new))
                .run();
    }

    static TestTenant start(String... properties) {
        return new TestTenant(properties);
    }

    String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Returns a client for somebody who may read everything, and may change devices as an Intune administrator. */
    GraphClient client() {
        return client(TestTokens.person(TestTokens.EVERYTHING, DirectoryRole.INTUNE_ADMINISTRATOR));
    }

    GraphClient client(String token) {
        return new GraphClient(address(), token);
    }

    Population population() {
        return context.getBean(Population.class);
    }

    FaultSwitches faults() {
        return context.getBean(FaultSwitches.class);
    }

    SettableClock clock() {
        return context.getBean(SettableClock.class);
    }

    /** Returns the first devices that are as wanted and nobody changed. */
    List<DemoEntraDevice> devices(int count, java.util.function.Predicate<DemoEntraDevice> wanted) {
        var found = new ArrayList<DemoEntraDevice>();
        for (int number = 0; number < population().size() && found.size() < count; number++) {
            var device = population().entraDevice(number, java.time.Instant.MAX);
            if (device != null && population().changes().history(number).isEmpty() && wanted.test(device)) {
                found.add(device);
            }
        }
        return found;
    }

    DemoEntraDevice device(java.util.function.Predicate<DemoEntraDevice> wanted) {
        return devices(1, wanted).getFirst();
    }

    @Override
    public void close() {
        context.close();
    }
}
