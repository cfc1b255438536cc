package org.deviceoffboarding.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.deviceoffboarding.bench.Arguments;
import org.deviceoffboarding.bench.scale.Measure.Times;
import org.springframework.util.FileSystemUtils;

/**
 * A whole run beside the least that it could take and beside the SDK's own way, in turn, each with a freshly started database
 * of its own and its result held to what the tenant was made with.
 */
public final class ScaleBench {

    private static final String PORTAL = "portal";
    private static final String AGAIN = "again";
    private static final String FLOOR = "floor";
    private static final String SDK = "sdk";
    private static final String PROFILE = "profile";
    private static final String CONFIRM = "CONFIRM";

    /** To be looked at with {@code jfr view hot-methods}. */
    private static final Path RECORDING = Path.of("target/scale.jfr").toAbsolutePath();

    /** Each statement that took longer. */
    private static final Path STATEMENTS = Path.of("target/scale-statements.log");

    private final MeasuredTenant tenant;
    private final KnownAnswer answer;
    private final Path folder;
    private final String heap;
    private final List<String> extras;
    private final Map<String, List<Measure>> measures = new LinkedHashMap<>();

    private ScaleBench(MeasuredTenant tenant, Path folder, String heap, List<String> extras) {
        this.tenant = tenant;
        this.answer = new KnownAnswer(tenant);
        this.folder = folder;
        this.heap = heap;
        this.extras = extras;
    }

    public static void run(Arguments arguments) throws IOException, SQLException {
        int devices = arguments.number(0, 100_000);
        int rounds = arguments.number(1, 3);
        String heap = arguments.text(2, "512m");
        Path folder = Files.createTempDirectory("scale-bench");
        try (MeasuredTenant tenant = MeasuredTenant.start(devices)) {
            System.out.printf(
                    Locale.ENGLISH,
                    "%,d Entra + %,d managed devices, limits off, heap of %s, %d cores%n",
                    tenant.entraDevices(),
                    tenant.managedDevices(),
                    heap,
                    Runtime.getRuntime().availableProcessors());
            var bench = new ScaleBench(tenant, folder, heap, arguments.from(3));
            for (int round = 1; round <= rounds; round++) {
                System.out.println("round " + round);
                bench.round();
            }
            bench.printMedians();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void round() throws IOException, SQLException {
        Path copy = folder.resolve("copy.json");
        if (extras.contains(PROFILE)) {
            portal(PROFILE, copy, List.of("-XX:StartFlightRecording=filename=" + RECORDING + ",settings=profile"));
        } else {
            portal(PORTAL, copy, List.of());
        }
        if (extras.contains("aot")) {
            portal("aot", copy, AotCache.rehearsed(AotCache.STARTED, folder));
            portal("aot+run", copy, AotCache.rehearsed(AotCache.RUN, folder));
        }
        contender(FLOOR, copy);
        if (extras.contains(SDK)) {
            contender(SDK, copy);
        }
    }

    private void portal(String name, Path copy, List<String> options) throws IOException, SQLException {
        try (MeasuredPortal portal = MeasuredPortal.start(tenant.settings(), heap, options.toArray(String[]::new))) {
            slowDown();
            if (name.equals(PROFILE)) {
                portal.jdbc()
                        .sql("alter system set log_min_duration_statement = '50ms'")
                        .update();
                portal.jdbc().sql("select pg_reload_conf()").query().singleRow();
            }
            Measure measure = portal.run(tenant);
            note(name, measure);
            printChain(measure);
            System.out.println("      reading: " + portal.reading());
            answer.require(portal);
            if (Files.notExists(copy)) {
                PortalCopy.of(portal.connection(), folder).write(copy);
            }
            if (name.equals(PROFILE)) {
                Files.copy(portal.databaseLog(), STATEMENTS, StandardCopyOption.REPLACE_EXISTING);
            }
            if (extras.contains(AGAIN) && name.equals(PORTAL)) {
                note(AGAIN, portal.run(tenant));
                answer.require(portal);
            }
        }
    }

    private void contender(String name, Path copy) throws IOException {
        Path data = Files.createTempDirectory(name);
        Path log = data.resolve("gc.log");
        try (Child process = Child.start(
                ContenderMain.class,
                Map.of(),
                List.of("-Xmx" + heap, "-Xlog:gc:file=" + log),
                tenant.graph().toString(),
                copy.toString(),
                data.resolve("postgres").toString(),
                name)) {
            process.await("ready");
            slowDown();
            String token = tenant.token();
            long database = new DatabaseFolder(data.resolve("postgres")).pid();
            var watch = new Measure.Watch(() -> new Times(
                    System.nanoTime() / 1e9,
                    ProcessorTime.ofTree(process.pid()),
                    ProcessorTime.ofTree(database),
                    tenant.processorTime()));
            process.say(token);
            process.await("READ");
            watch.note("READ");
            process.await("INDEX");
            watch.note("INDEX");
            answer.require(name, Long.parseLong(process.await("JOIN")));
            watch.note("JOIN");
            Measure measure = new Measure(watch.phases(), Memory.heap(log), Memory.ofProcess(process.pid()));
            note(name, measure);
            printChain(measure);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private void slowDown() throws IOException {
        if (extras.contains("latency")) {
            tenant.slowDown();
        }
    }

    private void printChain(Measure measure) throws IOException {
        if (extras.contains("latency")) {
            double chain = tenant.longestChain();
            System.out.printf(
                    Locale.ENGLISH,
                    "      the longest list's pages, one after the other: %.1f s; reading %.2f times that, all of it"
                            + " %.2f%n",
                    chain,
                    Objects.requireNonNull(measure.phases().get("READ")).clock() / chain,
                    measure.all().clock() / chain);
        }
    }

    private void note(String name, Measure measure) {
        System.out.printf("  %-7s %s%n", name, measure);
        measures.computeIfAbsent(name, whose -> new ArrayList<>()).add(measure);
    }

    private void printMedians() {
        System.out.println("medians");
        measures.forEach((name, all) -> System.out.printf(
                Locale.ENGLISH,
                "  %-7s %7.1f s, processor %7.1f s; without confirming by key %7.1f s, processor %7.1f s; heap %d"
                        + " MiB%n",
                name,
                median(all, measure -> measure.all().clock()),
                median(all, measure -> measure.all().processor()),
                median(all, measure -> measure.without(CONFIRM).clock()),
                median(all, measure -> measure.without(CONFIRM).processor()),
                all.stream().mapToLong(Measure::heap).max().orElse(0)));
        ratio(PORTAL, FLOOR);
        ratio(PROFILE, FLOOR);
        ratio(AGAIN, FLOOR);
        ratio(SDK, PORTAL);
    }

    private void ratio(String one, String other) {
        if (measures.containsKey(one) && measures.containsKey(other)) {
            System.out.printf(
                    Locale.ENGLISH,
                    "  %s to %s: %.2f times the time, %.2f times the processor; without confirming by key %.2f and"
                            + " %.2f%n",
                    one,
                    other,
                    ratio(one, other, measure -> measure.all().clock()),
                    ratio(one, other, measure -> measure.all().processor()),
                    ratio(one, other, measure -> measure.without(CONFIRM).clock()),
                    ratio(one, other, measure -> measure.without(CONFIRM).processor()));
        }
    }

    private double ratio(String one, String other, ToDoubleFunction<Measure> what) {
        return median(measuresOf(one), what) / median(measuresOf(other), what);
    }

    private List<Measure> measuresOf(String name) {
        return measures.getOrDefault(name, List.of());
    }

    private static double median(List<Measure> all, ToDoubleFunction<Measure> what) {
        double[] values = all.stream().mapToDouble(what).sorted().toArray();
        return Arrays.stream(values, (values.length - 1) / 2, values.length / 2 + 1)
                .average()
                .orElseThrow();
    }
}
