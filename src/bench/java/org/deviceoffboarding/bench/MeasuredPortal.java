package org.deviceoffboarding.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.demotenant.identity.Visit;
import org.deviceoffboarding.run.PortalProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The packaged portal on an empty database, watched from outside while it runs. */
final class MeasuredPortal implements AutoCloseable {

    private static final Pattern AFTER_COLLECTION = Pattern.compile("->(\\d+)M\\(");

    private final PortalProcess process;
    private final JdbcClient jdbc;
    private final Path gcLog;

    private MeasuredPortal(PortalProcess process, JdbcClient jdbc, Path gcLog) {
        this.process = process;
        this.jdbc = jdbc;
        this.gcLog = gcLog;
    }

    static MeasuredPortal start(Map<String, String> environment, String heap) throws IOException {
        Path folder = Files.createTempDirectory("portal-bench");
        Path gcLog = folder.resolve("gc.log");
        String url = TestDatabase.create();
        environment.put("PORTAL_DATA_DIR", folder.toString());
        environment.put("PORTAL_SECRET_KEY", "Zm9yLWJlbmNoZXMtb25seS1mb3ItYmVuY2hlcy1vbmw=");
        environment.put("SPRING_DATASOURCE_URL", url);
        environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
        environment.put("SPRING_DATASOURCE_PASSWORD", "postgres");
        PortalProcess process = PortalProcess.start(environment, "-Xmx" + heap, "-Xlog:gc:file=" + gcLog);
        return new MeasuredPortal(
                process, JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres")), gcLog);
    }

    /** Starts a run by setting the agent up, follows it to its end, and prints what it took. */
    void run() throws IOException {
        jdbc.sql("delete from agent").update();
        Visit owner = new Visit(process.address(), "owner");
        owner.signIn();
        owner.startAgent();
        Map<String, Duration> phases = new LinkedHashMap<>();
        Instant last = Instant.now();
        Instant told = last;
        Progress progress = progress();
        while (progress.status().equals("RUNNING")) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            Instant now = Instant.now();
            phases.merge(progress.phase(), Duration.between(last, now), Duration::plus);
            last = now;
            progress = progress();
            if (now.isAfter(told.plusSeconds(60))) {
                told = now;
                System.out.printf(
                        "  … %s: %s; heap after collections up to %d MiB%n",
                        progress.phase(), progress.words(), mostHeap());
            }
        }
        print(progress, phases);
    }

    @Override
    public void close() {
        process.kill();
    }

    private record Progress(long run, String status, String phase, String words) {}

    private Progress progress() {
        return jdbc.sql("""
                select id, status, phase,
                       format('%s Entra + %s managed devices in %s s, %s pages, %s judged, %s flagged, %s confirmed by key, %s left out%s',
                              entra_devices, managed_devices,
                              round(extract(epoch from coalesce(finished_at, now()) - started_at), 1), pages, judged,
                              flagged, confirmed, left_out, ': ' || failure)
                from evaluation_run order by id desc limit 1
                """)
                .query((row, number) ->
                        new Progress(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .single();
    }

    private void print(Progress progress, Map<String, Duration> phases) throws IOException {
        System.out.printf("run %d %s: %s%n", progress.run(), progress.status(), progress.words());
        phases.forEach((phase, time) -> System.out.printf("  %-8s %6.1f s%n", phase, time.toMillis() / 1000.0));
        System.out.printf("  most heap in use after a collection: %d MiB%n", mostHeap());
        System.out.printf("  most memory of the process: %d MiB%n", mostMemory() / 1024);
    }

    private long mostHeap() throws IOException {
        return AFTER_COLLECTION
                .matcher(Files.readString(gcLog))
                .results()
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .max()
                .orElse(0);
    }

    /** In KiB, as Linux counts it; 0 elsewhere. */
    private long mostMemory() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (Files.notExists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }
}
