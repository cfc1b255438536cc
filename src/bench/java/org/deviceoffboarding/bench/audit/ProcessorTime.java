package org.deviceoffboarding.bench.audit;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processor time that this process and its database took: where others use the machine, too, it says more than how many entries there
 * were in a second. As Linux counts it.
 */
final class ProcessorTime {

    private static final double TICKS = 100;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN = 13;

    private final String server;

    /** @param data the folder of the data of the server */
    ProcessorTime(Path data) throws IOException {
        this.server =
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
    }

    /** In seconds. */
    record Spent(double portal, double database) {

        Spent since(Spent before) {
            return new Spent(portal - before.portal, database - before.database);
        }
    }

    Spent now() throws IOException {
        double portal =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
        long database = 0;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.filter(ProcessorTime::isProcess).toList()) {
                database += ticks(process);
            }
        }
        return new Spent(portal, database / TICKS);
    }

    private static boolean isProcess(Path entry) {
        return entry.getFileName().toString().chars().allMatch(Character::isDigit);
    }

    private long ticks(Path process) throws IOException {
        List<String> stat;
        try {
            String all = Files.readString(process.resolve("stat"));
            stat = List.of(all.substring(all.lastIndexOf(')') + 2).split(" "));
        } catch (IOException ended) { // it was there a moment ago
            return 0;
        }
        boolean whole = process.endsWith(server);
        if (!whole && !stat.get(PARENT).equals(server)) {
            return 0;
        }
        long own = Long.parseLong(stat.get(USER)) + Long.parseLong(stat.get(SYSTEM));
        return whole ? own + Long.parseLong(stat.get(CHILDREN)) + Long.parseLong(stat.get(CHILDREN + 1)) : own;
    }
}
