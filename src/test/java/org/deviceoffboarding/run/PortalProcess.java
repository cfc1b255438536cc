package org.deviceoffboarding.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.PackagedPortal;

/** The packaged portal as a process of its own. */
public final class PortalProcess implements AutoCloseable {

    private static final String READY = "The portal is ready: ";

    private final Process process;
    private final URI address;

    private PortalProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts a portal on a free port, which is its address outside, too. Returns when it is ready.
     *
     * @param options of the virtual machine
     */
    public static PortalProcess start(Map<String, String> environment, String... options) {
        ProcessBuilder builder = new ProcessBuilder(PackagedPortal.command(options)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            String port = String.valueOf(freePort());
            builder.environment().put("SERVER_PORT", port);
            builder.environment().put("PORTAL_PUBLIC_URL", "http://localhost:" + port);
            Process process = builder.start();
            return new PortalProcess(process, awaitReady(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    /** Ends it as an operating system does that is out of memory: without a word to it. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static URI awaitReady(Process process) throws IOException {
        List<String> lines = new ArrayList<>();
        var output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
                return URI.create(line.substring(READY.length()));
            }
        }
        throw new AssertionError("The portal did not start: " + String.join("\n", lines));
    }
}
