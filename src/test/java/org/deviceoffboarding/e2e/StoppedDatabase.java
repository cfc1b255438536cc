package org.deviceoffboarding.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A portal's embedded database that answers nothing any more, until this is closed. */
final class StoppedDatabase implements AutoCloseable {

    private final Path folder;

    /** @param folder of the portal's data */
    StoppedDatabase(Path folder) {
        this.folder = folder;
        signal("STOP");
    }

    @Override
    public void close() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            ProcessHandle server = ProcessHandle.of(number()).orElseThrow();
            List<String> command = new ArrayList<>(List.of("kill", "-" + signal, String.valueOf(server.pid())));
            server.descendants().map(child -> String.valueOf(child.pid())).forEach(command::add);
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long number() throws IOException {
        Path file = folder.resolve("postgres").resolve("data").resolve("postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }
}
