package org.deviceoffboarding.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.deviceoffboarding.PackagedPortal;
import org.deviceoffboarding.secrets.SecretSearch;
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
    private final Traces traces;
    private final Thread stopAtExit = new Thread(this::stop);
    private Process process;
    private String url;
    private boolean result;

    private Portal(Path data, int port, Map<String, String> settings) throws IOException {
        this.data = data;
        this.port = port;
        this.settings = settings;
        this.tenantPort = freePort();
        this.traces = new Traces(settings);
        Runtime.getRuntime().addShutdownHook(stopAtExit);
        process = launch();
        url = awaitReady();
    }

    /** Starts an empty portal, for the second time on its database, and waits until it is ready. */
    static Portal start() {
        try {
            Path data = emptyFolder();
            RehearsedFolder.copyTo(data);
            return new Portal(data, freePort(), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one that was just installed: it makes its database itself. */
    static Portal startForTheFirstTime() {
        return start(freePort(), Map.of());
    }

    /** Starts one that was just installed on a port, with settings beside those that all have. */
    static Portal start(int port, Map<String, String> settings) {
        try {
            Path data = emptyFolder();
            RehearsedFolder.copyProgramsTo(data);
            return new Portal(data, port, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path emptyFolder() throws IOException {
        return Files.createTempDirectory("portal-e2e");
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

    /** Returns what is to be searched for secrets. */
    Traces traces() {
        return traces;
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

    /** Returns what kinds of secrets were in use until now. */
    List<String> kindsOfSecrets() {
        traces.search(data);
        return traces.kinds();
    }

    /** Fails where the portal has written a secret that somebody can read; it goes on. */
    void assertNoSecretInClear() {
        SecretSearch search = traces.search(data);
        searchDatabase(search);
        searchFiles(search);
        search.assertNothingFound();
    }

    /** Ends the portal, and fails where it has written a secret that somebody can read. */
    @Override
    public void close() {
        try {
            SecretSearch search = traces.search(data);
            searchDatabase(search);
            end();
            searchFiles(search);
            search.assertNothingFound();
        } finally {
            stop();
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        }
    }

    private void searchDatabase(SecretSearch search) {
        try (Connection connection = databaseFaults().connect()) {
            search.database(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The portal's database can't be searched for secrets", e);
        }
    }

    private void searchFiles(SecretSearch search) {
        search.folder("data folder", data);
        traces.searchIn(search);
    }

    private void stop() {
        end();
        try {
            FileSystemUtils.deleteRecursively(data);
            traces.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        process.destroy();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            kill();
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
        builder.environment().put("DEMOTENANT_SECRET_LEDGER", traces.ledger().toString());
        builder.environment().putAll(settings);
        return builder.redirectErrorStream(true).start();
    }

    private String awaitReady() {
        CompletableFuture<String> ready = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> readOutput(process, traces, ready));
        try {
            return ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException | ExecutionException e) {
            kill();
            throw new IllegalStateException("The portal did not start:\n" + e.getMessage() + "\n" + log(), e);
        }
    }

    private static void readOutput(Process process, Traces traces, CompletableFuture<String> ready) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                traces.said(line);
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
