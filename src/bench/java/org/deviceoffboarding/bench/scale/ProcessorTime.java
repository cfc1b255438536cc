package org.deviceoffboarding.bench.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Seconds of a processor that processes took, as Linux counts them: they hold on a busy machine, too. */
final class ProcessorTime {

    /** Of a second; the same on every Linux that Java runs on. */
    private static final double TICKS = 100;

    private record Stat(long parent, long ticks) {}

    private ProcessorTime() {}

    /** Returns what a process, all that it started, and all that these started took, those that have ended, too. */
    static double ofTree(long root) {
        Map<Long, Stat> all = all();
        Set<Long> tree = new HashSet<>(List.of(root));
        for (int before = 0; before < tree.size(); ) {
            before = tree.size();
            all.forEach((pid, stat) -> {
                if (tree.contains(stat.parent())) {
                    tree.add(pid);
                }
            });
        }
        return all.entrySet().stream()
                        .filter(entry -> tree.contains(entry.getKey()))
                        .mapToLong(entry -> entry.getValue().ticks())
                        .sum()
                / TICKS;
    }

    private static Map<Long, Stat> all() {
        Map<Long, Stat> all = new HashMap<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            processes
                    .map(process -> process.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .map(Long::valueOf)
                    .forEach(pid -> read(pid, all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void read(long pid, Map<Long, Stat> all) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // Behind the name, which may hold anything: state, parent, … and as 12th to 15th the times.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            all.put(pid, new Stat(Long.parseLong(fields[1]), ticks));
        } catch (IOException ended) {
            // Its parent counts it now.
        }
    }
}
