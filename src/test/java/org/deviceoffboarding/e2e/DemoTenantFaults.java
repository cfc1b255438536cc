package org.deviceoffboarding.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The demo tenant's switches for what goes wrong on purpose, here to catch a run in its middle. */
final class DemoTenantFaults {

    private final URI address;

    DemoTenantFaults(String tenant) {
        this.address = URI.create(tenant + "/demo/faults");
    }

    /** Lets the next list of Entra devices take its time, so that a run is reading for at least as long. */
    void slowDownNextRun(int seconds) {
        slowDown(0, seconds);
    }

    /** Does so for the run that begins when the agent is set up, which asks for a device before, to see whether it may. */
    void slowDownFirstRun(int seconds) {
        slowDown(1, seconds);
    }

    private void slowDown(int after, int seconds) {
        send(HttpRequest.newBuilder(address).PUT(BodyPublishers.ofString("""
                        {"kind": "slow", "path": "/devices", "skip": %d, "times": 1, "latencyMs": %d}""".formatted(after, seconds * 1000))));
    }

    private static void send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("The demo tenant refused a fault: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
