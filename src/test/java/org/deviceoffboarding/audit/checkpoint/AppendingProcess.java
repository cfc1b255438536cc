package org.deviceoffboarding.audit.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A process of its own that adds to a file of checkpoints, as one portal of several that share a folder. */
final class AppendingProcess {

    static final String READY = "ready";

    /** How many there are in the end, whoever added them. */
    static final int CHECKPOINTS = 400;

    private static final String ORIGIN = "log";

    private AppendingProcess() {}

    /** Starts one, which says that it is ready, begins when it is given a line, and says how many it added. */
    static Process start(Path folder, Path key) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        folder.toString(),
                        key.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** @param arguments the folder, and the file with the key */
    public static void main(String[] arguments) throws IOException {
        CheckpointFile file = new CheckpointFile(Path.of(arguments[0]));
        CheckpointKey key = CheckpointKey.parse(Files.readString(Path.of(arguments[1])));
        System.out.println(READY);
        if (System.in.read() < 0) {
            return; // whoever started it is gone
        }
        Thread.ofPlatform().daemon().start(() -> read(file));
        int added = 0;
        for (int last = 1; last <= CHECKPOINTS; last++) {
            added += add(file, key, last);
        }
        System.out.println(added);
    }

    /** As pages and jobs of the same portal do meanwhile. */
    private static void read(CheckpointFile file) {
        while (true) {
            file.newest();
            file.keys();
        }
    }

    private static int add(CheckpointFile file, CheckpointKey key, int last) {
        file.add(key.verifierKey(ORIGIN));
        return file.append(ORIGIN, newest -> {
            long size = newest == null ? 1 : newest.checkpoint().size() + 1;
            return size > last
                    ? List.of()
                    : List.of(key.sign(new Checkpoint(ORIGIN, size, new byte[32], Instant.ofEpochSecond(size))));
        });
    }
}
