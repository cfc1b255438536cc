package org.deviceoffboarding.launch.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running PostgreSQL writes into its data directory: its process, its data directory, its port.
 *
 * @param directory the data directory as that PostgreSQL knows it, which differs once the folder is copied or moved
 */
record PostmasterFile(long process, Path directory, int port) {

    static final String NAME = "postmaster.pid";

    /** Reads the file of a data directory. Empty if there is none, or it is not one of a PostgreSQL that ran. */
    static Optional<PostmasterFile> read(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        return Files.exists(file) ? parse(Files.readAllLines(file)) : Optional.empty();
    }

    private static Optional<PostmasterFile> parse(List<String> lines) {
        try {
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(0).strip()),
                    Path.of(lines.get(1).strip()),
                    Integer.parseInt(lines.get(3).strip())));
        } catch (NumberFormatException | IndexOutOfBoundsException cutOff) {
            return Optional.empty();
        }
    }

    /** Whether a process of that number runs, whatever it is. */
    boolean numberIsInUse() {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }

    /** Whether a PostgreSQL still runs on this very directory; the number may belong to another program by now. */
    boolean stillRunsOn(Path dataDirectory) throws IOException {
        return Files.exists(directory)
                && Files.isSameFile(directory, dataDirectory)
                && ProcessHandle.of(process)
                        .filter(ProcessHandle::isAlive)
                        .flatMap(handle -> handle.info().command().or(handle.info()::commandLine))
                        .filter(command -> command.contains("postgres"))
                        .isPresent();
    }
}
