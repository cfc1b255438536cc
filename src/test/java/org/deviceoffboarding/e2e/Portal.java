package org.deviceoffboarding.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.deviceoffboarding.PackagedPortal;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged portal in a process of its own, with its demo tenant, on free ports and a temporary data folder, started
 * as the launcher starts it.
 */
final class Portal implements AutoCloseable {

    private static final String READY = "The portal is ready: ";
    private static final int START_SECONDS = 120;
    private static final int LOG_LINES_SHOWN = 80;

    private final Path data;
    private final int port;
    private final Map<String, String> settings;
    private final int tenantPort;
    private final Thread stopAtExit = new Thread(this::stop);
    private Process process;
    private String url;
    private boolean result;

    private Portal(Path data, int port, Map<String, String> settings) throws IOException {
        this.data = data;
        this.port = port;
        this.settings = settings;
        this.tenantPort = freePort();
        Runtime.getRuntime().addShutdownHook(stopAtExit);
        process = launch();
        url = awaitReady();
    }

    /** Starts an empty portal and waits until it is ready. */
    static Portal start() {
        return start(freePort(), Map.of());
    }

    /** Starts one on a port, with settings beside those that all have. */
    static Portal start(int port, Map<String, String> settings) {
        try {
            return new Portal(Files.createTempDirectory("portal-e2e"), port, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the address that the portal told its operator to open. */
    String url() {
        return url;
    }

    /** Returns whether a visitor has seen a result in this portal. */
    boolean hasResult() {
        return result;
    }

    void resultWasSeen() {
        result = true;
    }

    DemoTenantFaults faults() {
        return new DemoTenantFaults("http://localhost:" + tenantPort);
    }

    String tenantUrl() {
        return "http://localhost:" + tenantPort;
    }

    DemoTenantPeople people() {
        return new DemoTenantPeople(tenantUrl());
    }

    Path logFile() {
        return data.resolve("portal.log");
    }

    /** Returns the end of the portal's log. */
    String log() {
        try {
            List<String> lines = Files.readAllLines(logFile());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "The portal wrote no log: " + e;
        }
    }

    /** Kills the portal without a word, and starts it again where it was. */
    void killAndStartAgain() {
        kill();
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        url = awaitReady();
    }

    DatabaseFaults databaseFaults() {
        return new DatabaseFaults(data);
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
    }

    private void stop() {
        process.destroy();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            kill();
        }
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(PackagedPortal.command());
        builder.environment().keySet().removeIf(name -> name.matches("(PORTAL|SPRING|DEMOTENANT|SERVER)_.*"));
        builder.environment().put("PORTAL_DATA_DIR", data.toString());
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        // Nobody waits here for a minute until a role is asked for again.
        builder.environment().put("PORTAL_SESSION_CONFIRMED", "0s");
        builder.environment().put("DEMOTENANT_PORT", String.valueOf(tenantPort));
        builder.environment().putAll(settings);
        return builder.redirectErrorStream(true).start();
    }

    private String awaitReady() {
        CompletableFuture<String> ready = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> readOutput(process, ready));
        try {
            return ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException | ExecutionException e) {
            kill();
            throw new IllegalStateException("The portal did not start:\n" + e.getMessage() + "\n" + log(), e);
        }
    }

    private static void readOutput(Process process, CompletableFuture<String> ready) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith(READY)) {
                    ready.complete(line.substring(READY.length()));
                }
            }
        } catch (IOException e) {
            said.append(e);
        }
        ready.completeExceptionally(new IllegalStateException(said.toString()));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
