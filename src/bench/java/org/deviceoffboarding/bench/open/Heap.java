package org.deviceoffboarding.bench.open;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a process holds in its memory after a collection.
 *
 * @param bytes by class
 */
record Heap(Map<String, Long> bytes) {

    private static final double MIB = 1024.0 * 1024;

    private static final Pattern LINE = Pattern.compile("(?m)^\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(\\S+)");

    /** What a collection leaves in place of what is gone, where moving the rest is not worth it. */
    private static final String FILLER = "jdk.internal.vm.Filler";

    /** Collects first, so that only what is in use is counted. */
    static Heap of(long pid) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        // Twice: what the first collection found to be gone may have held something until it was told.
        said(jcmd, pid, "GC.run");
        Map<String, Long> bytes = new HashMap<>();
        Matcher lines = LINE.matcher(said(jcmd, pid, "GC.class_histogram"));
        while (lines.find()) {
            if (!lines.group(2).contains(FILLER)) {
                bytes.merge(lines.group(2), Long.parseLong(lines.group(1)), Long::sum);
            }
        }
        return new Heap(bytes);
    }

    double mib() {
        return bytes.values().stream().mapToLong(Long::longValue).sum() / MIB;
    }

    /** Returns how much more each of so many is than what was there before, in MiB. */
    double each(Heap before, int count) {
        return (mib() - before.mib()) / count;
    }

    /** Returns the classes that have grown most, in bytes for each of so many. */
    String largest(Heap before, int count, int classes) {
        return bytes.entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(), (entry.getValue() - before.bytes.getOrDefault(entry.getKey(), 0L)) / count))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(classes)
                .map(entry -> String.format(Locale.ENGLISH, "%,10d  %s", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String said(String jcmd, long pid, String command) throws IOException {
        Process process = new ProcessBuilder(jcmd, Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        try (var output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
