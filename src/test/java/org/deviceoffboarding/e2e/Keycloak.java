package org.deviceoffboarding.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An OpenID provider that nobody here wrote: Keycloak in a process of its own, in its developer's mode, with its data in the
 * folder that it was unpacked to. What a test made of it is gone with its realm.
 */
final class Keycloak implements AutoCloseable {

    private static final Path FOLDER = Path.of(System.getProperty("keycloak.folder", "target/keycloak"));
    private static final String READY = "Listening on: ";
    private static final int START_SECONDS = 180;

    private final int port = Portal.freePort();
    private final Thread stopAtExit = new Thread(this::stop);
    private Process process;

    private Keycloak() {
        Runtime.getRuntime().addShutdownHook(stopAtExit);
        process = launch();
    }

    /** Starts it and waits until it listens. */
    static Keycloak start() {
        return new Keycloak();
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Starts it again at the same address, with what it knew. */
    void startAgain() {
        process = launch();
    }

    /** Ends the process, as if the provider were away. */
    void stop() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
    }

    private Process launch() {
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                FOLDER.resolve(Path.of("bin", "kc.sh")).toString(),
                "start-dev",
                "--http-port",
                String.valueOf(port));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakRealm.ADMINISTRATOR);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakRealm.PASSWORD);
        try {
            Process started = builder.redirectErrorStream(true).start();
            awaitReady(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(Process started) {
        CompletableFuture<String> ready = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> readOutput(started, ready));
        try {
            ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException | ExecutionException e) {
            started.destroyForcibly();
            throw new IllegalStateException("Keycloak did not start: " + e.getMessage(), e);
        }
    }

    private static void readOutput(Process started, CompletableFuture<String> ready) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader output = started.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                if (line.contains(READY)) {
                    ready.complete(line);
                }
            }
        } catch (IOException e) {
            said.append(e);
        }
        ready.completeExceptionally(new IllegalStateException(said.toString()));
    }
}
