package org.deviceoffboarding.graph;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.deviceoffboarding.base.TenantProperties;

/** Makes a {@link Graph} without an application around it. */
public final class GraphOf {

    private GraphOf() {}

    public static Graph tenant(URI graphBaseUrl) {
        var tenant =
                new TenantProperties(URI.create("http://localhost/issuer"), "client", "secret", graphBaseUrl, true, "");
        var properties = new GraphProperties(Duration.ofSeconds(20), Duration.ofSeconds(100), Duration.ofMinutes(10));
        var address = new GraphAddress(tenant);
        var errors = new GraphErrors(Clock.systemUTC());
        var transport = new GraphTransport(address, errors, new GraphClock(Clock.systemUTC()), properties);
        var json = new JsonAnswers();
        var calls = new RetryingCalls(properties, Thread::sleep);
        var envelope = new BatchClient(transport, address, json, errors);
        return new Graph(transport, address, json, calls, new GraphBatch(envelope, calls), new GraphWrites(envelope));
    }
}
