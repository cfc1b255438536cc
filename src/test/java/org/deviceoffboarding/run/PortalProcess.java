package org.deviceoffboarding.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.deviceoffboarding.PackagedPortal;

/** The packaged portal as a process of its own. */
public final class PortalProcess implements AutoCloseable {

    private static final String READY = "The portal is ready: ";

    private final StringBuffer output = new StringBuffer();
    private final Process process;
    private final URI address;

    private PortalProcess(Process process) throws IOException {
        this.process = process;
        this.address = awaitReady();
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
            return new PortalProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return address;
    }

    /** Returns what it has said until now. */
    public String output() {
        return output.toString();
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

    private URI awaitReady() throws IOException {
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            keep(line);
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> said.lines().forEach(this::keep));
                return URI.create(line.substring(READY.length()));
            }
        }
        throw new AssertionError("The portal did not start: " + output);
    }

    private void keep(String line) {
        output.append(line).append('\n');
    }
}
