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

    /** Lets the next run wait while it reads Entra devices, until {@link #letGo()}. */
    void holdNextRun() {
        throttle(0);
    }

    /** Does so for the run that begins when the agent is set up, which asks for a device before, to see whether it may. */
    void holdFirstRun() {
        throttle(1);
    }

    /** Lets the tenant refuse the next run what was removed from Intune. */
    void failNextRun() {
        failRun(0);
    }

    /** Does so for the run that begins when the agent is set up, which asks for one before, to see whether it may. */
    void failFirstRun() {
        failRun(1);
    }

    private void failRun(int requestsBefore) {
        add("""
                {"kind": "status", "status": 403, "path": "/deviceManagement/auditEvents", "skip": %d}""".formatted(requestsBefore));
    }

    /** Lets the tenant say that its groups were deleted. */
    void deleteGroups() {
        add("""
                {"kind": "gone", "path": "/groups*", "times": -1}""");
    }

    /** Lets the tenant refuse to change the next devices that it is asked to. */
    void refuseChangesOf(int devices) {
        add("""
                {"kind": "status", "status": 403, "path": "/devices/*", "methods": ["PATCH"], "times": %d}""".formatted(devices));
    }

    /** Lets every change wait, until {@link #letGo()}. */
    void holdChanges() {
        add("""
                {"kind": "throttled", "path": "/devices/*", "methods": ["PATCH"], "times": -1, "retryAfter": 1}""");
    }

    /** Lets the tenant say that it has hardly any managed device. */
    void hideManagedDevices() {
        add("""
                {"kind": "empty_list", "path": "/deviceManagement/managedDevices", "times": -1}""");
    }

    /** Lets all that wait go on, and ends what goes wrong. */
    void letGo() {
        send(HttpRequest.newBuilder(address).DELETE());
    }

    private void throttle(int requestsBefore) {
        add("""
                {"kind": "throttled", "path": "/devices", "skip": %d, "times": -1, "retryAfter": 1}""".formatted(requestsBefore));
    }

    private void add(String fault) {
        send(HttpRequest.newBuilder(address).PUT(BodyPublishers.ofString(fault)));
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
