package org.deviceoffboarding.bench.scale;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The demo tenant as a process of its own, its limits off: they would be what is measured. */
public final class MeasuredTenant implements AutoCloseable {

    private final Child process;
    private final Path situations;
    private final Map<String, String> said = new HashMap<>();

    private MeasuredTenant(Child process, Path situations) {
        this.process = process;
        this.situations = situations;
    }

    public static MeasuredTenant start(int devices) throws IOException {
        Path situations = Files.createTempFile("situations", ".tsv");
        Child process = Child.start(
                TenantMain.class,
                Map.of("DEMOTENANT_LIMITS", "false"),
                List.of("-Xmx1g"),
                Integer.toString(devices),
                situations.toString());
        MeasuredTenant tenant = new MeasuredTenant(process, situations);
        for (String word : new String[] {"issuer", "client", "secret", "graph", "entra", "managed", "unmatched"}) {
            tenant.said.put(word, process.await(word));
        }
        return tenant;
    }

    /** Returns the settings of a portal for this tenant. */
    public Map<String, String> settings() {
        return Map.of(
                "PORTAL_TENANT_ISSUER_URI", said.get("issuer"),
                "PORTAL_TENANT_CLIENT_ID", said.get("client"),
                "PORTAL_TENANT_CLIENT_SECRET", said.get("secret"),
                "PORTAL_TENANT_GRAPH_BASE_URL", said.get("graph"));
    }

    URI graph() {
        return URI.create(said.get("graph"));
    }

    String token() throws IOException {
        process.say("token");
        return process.await("token");
    }

    /** Lets so many devices that are managed have been silent for a long time. */
    public void silence(int devices) throws IOException {
        process.say("silence " + devices);
        process.await("silence");
    }

    /** Lets pages take their time from now on. */
    void slowDown() throws IOException {
        process.say("slow");
        process.await("slow");
    }

    /** Returns how many seconds the pages took that had to wait for each other since {@link #slowDown()}: the longest list's. */
    double longestChain() throws IOException {
        process.say("chain");
        return Double.parseDouble(process.await("chain"));
    }

    long entraDevices() {
        return Long.parseLong(said.get("entra"));
    }

    long managedDevices() {
        return Long.parseLong(said.get("managed"));
    }

    /** Returns how many Entra devices Intune has no record of. */
    long unmatched() {
        return Long.parseLong(said.get("unmatched"));
    }

    /** Returns a file with each device that a situation holds for. */
    Path situations() {
        return situations;
    }

    double processorTime() {
        return ProcessorTime.ofTree(process.pid());
    }

    @Override
    public void close() throws IOException {
        process.close();
        Files.delete(situations);
    }
}
