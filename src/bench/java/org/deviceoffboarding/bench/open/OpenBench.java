package org.deviceoffboarding.bench.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.deviceoffboarding.bench.Arguments;
import org.deviceoffboarding.bench.scale.MeasuredPortal;
import org.deviceoffboarding.bench.scale.MeasuredTenant;

/** How many open pages follow a run, how fast the portal answers them meanwhile, and how much memory each of them takes. */
public final class OpenBench {

    private static final Path CLASSES = Path.of("target", "bench", "open-memory.txt");

    /** In which the portal comes to rest. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final MeasuredPortal portal;
    private final MeasuredTenant tenant;
    private final int count;
    private final List<String> only;
    private final Happened happened = new Happened();

    private OpenBench(MeasuredPortal portal, MeasuredTenant tenant, int count, List<String> only) {
        this.portal = portal;
        this.tenant = tenant;
        this.count = count;
        this.only = only;
    }

    public static void run(Arguments arguments) throws IOException {
        int pages = arguments.number(0, 200);
        int devices = arguments.number(1, 100_000);
        try (MeasuredTenant tenant = MeasuredTenant.start(devices);
                MeasuredPortal portal = MeasuredPortal.start(tenant.settings(), "512m")) {
            new OpenBench(portal, tenant, pages, arguments.from(2)).measure();
        }
    }

    private void measure() throws IOException {
        System.out.println("a run with no page open: " + portal.run(tenant));
        List<String> paths = paths();
        warmUp(paths);
        People people = new People(count, paths, happened);
        Heap none = heap();
        System.out.printf(Locale.ENGLISH, "nobody: %.1f MiB%n", none.mib());
        people.signIn(portal.process().address());
        Heap signedIn = heap();
        System.out.printf(
                Locale.ENGLISH,
                "%d sessions: %.3f MiB each%n",
                people.signedIn(),
                signedIn.each(none, people.signedIn()));
        people.open();
        Heap open = tell("before the run", signedIn);
        Files.createDirectories(CLASSES.getParent());
        Files.writeString(CLASSES, open.largest(signedIn, count, 100) + "\n\nafter the run:\n");
        System.out.print(happened.said(count, 1));
        followRun(people);
        Files.writeString(
                CLASSES, tell("after the run", signedIn).largest(signedIn, count, 100), StandardOpenOption.APPEND);
        people.close();
        Heap closed = heap();
        people.open();
        people.close();
        System.out.printf(
                Locale.ENGLISH,
                "all closed: %.1f MiB more than before; opened and closed again: %.1f MiB more%n",
                closed.mib() - signedIn.mib(),
                heap().mib() - closed.mib());
    }

    private void followRun(People people) throws IOException {
        happened.forget();
        long start = System.nanoTime();
        people.act();
        System.out.println("a run with all open: " + portal.run(tenant));
        double seconds = (System.nanoTime() - start) / 1e9;
        people.rest();
        LockSupport.parkNanos(REST.toNanos());
        System.out.print(happened.said(count, seconds));
        double[] after = people.lastNewsAfter(ended());
        System.out.printf(
                Locale.ENGLISH,
                "its end: pages heard the last of it after %.0f ms (50th percentile), %.0f ms (all)%n",
                after[after.length / 2],
                after[after.length - 1]);
    }

    private Heap tell(String when, Heap signedIn) throws IOException {
        Heap now = heap();
        System.out.printf(
                Locale.ENGLISH,
                "%d pages open, %s: %.1f MiB, %.3f MiB for each page%n",
                count,
                when,
                now.mib(),
                now.each(signedIn, count));
        return now;
    }

    private Heap heap() throws IOException {
        LockSupport.parkNanos(REST.toNanos());
        return Heap.of(portal.process().pid());
    }

    /** What is made once, with the first page of a sort, is no page's. */
    private void warmUp(List<String> paths) throws IOException {
        People few = new People(People.PAGES_EACH * 6, paths, new Happened());
        few.signIn(portal.process().address());
        few.open();
        few.close();
    }

    private Instant ended() {
        return portal.jdbc()
                .sql("select finished_at from evaluation_run order by id desc limit 1")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>(List.of("/", "/suggestions", "/devices", "/approvals", "/removed"));
        paths.add("/runs/" + one("select max(id) from evaluation_run"));
        paths.add("/suggestions/" + one("select id from suggestion order by devices desc limit 1"));
        paths.add("/devices/" + one("select object_id from finding order by object_id limit 1"));
        paths.addAll(List.of("/exceptions", "/audit"));
        return only.isEmpty() ? paths : paths.stream().filter(this::isMeasured).toList();
    }

    private boolean isMeasured(String path) {
        return only.stream().anyMatch(path::matches);
    }

    private String one(String sql) {
        return portal.jdbc().sql(sql).query(String.class).single();
    }
}
