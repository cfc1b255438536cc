package org.deviceoffboarding.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The demo tenant's switches for what an administrator does to people. */
final class DemoTenantPeople {

    private final URI address;

    DemoTenantPeople(String tenant) {
        this.address = URI.create(tenant + "/demo/identity");
    }

    /** Takes a person's app role away, until {@link #asUsual()}. */
    void endRole(Person person) {
        change("endRole", person);
    }

    /** Lets the provider answer nobody, until {@link #asUsual()}. */
    void beAway() {
        post("{\"away\": true}");
    }

    /** Signs a person out everywhere; the tenant tells the portal. */
    void signOut(Person person) {
        change("signOut", person);
    }

    void asUsual() {
        send(HttpRequest.newBuilder(address).DELETE());
    }

    private void change(String what, Person person) {
        post("""
                {"%s": "%s"}""".formatted(what, person.userPrincipalName()));
    }

    private void post(String switches) {
        send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(switches)));
    }

    private static void send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("The demo tenant refused: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
