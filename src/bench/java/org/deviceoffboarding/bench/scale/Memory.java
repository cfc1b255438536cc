package org.deviceoffboarding.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** How much memory a process needed at most, in MiB. */
final class Memory {

    private static final Pattern AFTER_COLLECTION = Pattern.compile("->(\\d+)M\\(");

    private Memory() {}

    /** Returns what was in use after a collection, from what {@code -Xlog:gc} wrote. */
    static long heap(Path log) throws IOException {
        return AFTER_COLLECTION
                .matcher(Files.readString(log))
                .results()
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .max()
                .orElse(0);
    }

    /** Returns all of the process, as Linux counts it. */
    static long ofProcess(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        }
    }
}
