package org.deviceoffboarding.bench.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.deviceoffboarding.bench.Arguments;
import org.deviceoffboarding.bench.pages.MeasuredWindow.Took;
import org.deviceoffboarding.bench.scale.MeasuredPortal;
import org.deviceoffboarding.bench.scale.MeasuredTenant;

/** How fast pages answer over a large inventory, alone and while others work; and each query's plan. */
public final class PagesBench {

    private static final Path PLANS = Path.of("target/page-plans.txt");

    private static final int ROUNDS = 5;

    /** What is slow is not done as often. */
    private static final int ROUNDS_OF_SLOW_ONES = 2;

    private static final double SLOW_MILLIS = 1_000;

    /** Fewer are all fetched at once. */
    private static final long MANY_ROWS = 100;

    private static final int OTHERS = 8;

    /** The beginning of names, their middle, a serial number's beginning, an ID's, and what nothing has. */
    private static final List<String> TEXTS = List.of("DESKTOP", "ola", "PF1", "0a1b", "no such device");

    private final MeasuredPortal portal;
    private final Browser browser;
    private final int usualRounds;
    private final List<String> only;
    private final Map<String, List<Act>> acts = new LinkedHashMap<>();

    private PagesBench(MeasuredPortal portal, Browser browser, int usualRounds, List<String> only) {
        this.portal = portal;
        this.browser = browser;
        this.usualRounds = usualRounds;
        this.only = only;
    }

    public static void run(Arguments arguments) throws Exception {
        int devices = arguments.number(0, 1_000_000);
        int flagged = arguments.number(1, devices * 3 / 10);
        try (MeasuredTenant tenant = MeasuredTenant.start(devices);
                MeasuredPortal portal = MeasuredPortal.start(tenant.settings(), "512m", Plans.SETTINGS);
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            tenant.silence(flagged);
            LargeResult.of(portal, tenant);
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                            .setArgs(List.of("--no-sandbox")));
            new PagesBench(portal, browser, arguments.number(2, ROUNDS), arguments.from(3)).measure();
        }
    }

    private void measure() throws IOException {
        Map<String, Took> alone = new LinkedHashMap<>();
        try (MeasuredWindow person =
                MeasuredWindow.signIn(browser, portal.process().address())) {
            LargeResult.paths(portal.jdbc()).forEach((name, path) -> {
                if (only.isEmpty() || only.contains(name.replace(' ', '-'))) {
                    acts.put(name, acts(person, path));
                }
            });
            acts.forEach((page, all) -> all.forEach(act -> {
                goTo(person, page, act);
                alone.put(label(page, act), times(person, page, act));
            }));
            printPlans(person, alone);
            export(person, "Export CSV");
            export(person, "Export Excel");
        }
        whileOthersWork();
    }

    /** Opens a page, and finds what can be done there. */
    private List<Act> acts(MeasuredWindow person, String path) {
        List<Act> found = new ArrayList<>(List.of(new Act("open", 0, path, "open")));
        person.load(path);
        MeasuredWindow.Offers offers = person.offers();
        if (offers.rows() > MANY_ROWS) {
            found.add(new Act("scroll", 0, "last", "last rows"));
        }
        for (int i = 0; i < offers.sorters().size(); i++) {
            for (String order : List.of("asc", "desc")) {
                found.add(new Act("sort", i, order, "by " + offers.sorters().get(i) + " " + order));
            }
        }
        for (int i = 0; i < offers.selects().size(); i++) {
            List<String> field = offers.selects().get(i);
            for (int option = 2; option < field.size(); option++) { // behind the label and "Any"
                found.add(
                        new Act("choose", i, Integer.toString(option - 1), field.getFirst() + " " + field.get(option)));
            }
        }
        if (offers.search()) {
            TEXTS.forEach(text -> found.add(new Act("search", 0, text, "search for " + text)));
        }
        return found;
    }

    private Took times(MeasuredWindow person, String page, Act act) {
        List<Took> all = new ArrayList<>();
        int rounds = usualRounds;
        for (int round = 0; round < rounds; round++) {
            all.add(person.act(act));
            person.act(act.undone());
            rounds = all.getFirst().painted() > SLOW_MILLIS ? ROUNDS_OF_SLOW_ONES : usualRounds;
        }
        Took took = new Took(
                high(all.stream().mapToDouble(Took::painted).sorted().toArray()),
                high(all.stream().mapToDouble(Took::server).sorted().toArray()));
        System.out.printf(
                Locale.ENGLISH,
                "%-55s painted %,7.0f ms, server %,7.0f ms (95th percentile of %d)%n",
                label(page, act),
                took.painted(),
                took.server(),
                all.size());
        return took;
    }

    /** What is done on a page begins there; what opens a page begins elsewhere. */
    private void goTo(MeasuredWindow person, String page, Act act) {
        String path = Objects.requireNonNull(acts.get(page)).getFirst().value();
        person.load(act.kind().equals("open") ? "/settings" : path);
    }

    private void printPlans(MeasuredWindow person, Map<String, Took> alone) throws IOException {
        Plans plans = Plans.watch(portal.jdbc(), portal.databaseLog());
        Files.createDirectories(PLANS.getParent());
        System.out.println("in the database, watched, which takes more time; plans in " + PLANS);
        try (PrintWriter out = new PrintWriter(PLANS.toFile())) {
            for (var page : acts.entrySet()) {
                for (Act act : page.getValue()) {
                    goTo(person, page.getKey(), act);
                    plans.sinceLast();
                    person.act(act);
                    print(label(page.getKey(), act), alone, plans.sinceLast(), out);
                    person.act(act.undone());
                }
            }
        }
        plans.leave(portal.jdbc());
    }

    private static void print(String label, Map<String, Took> alone, List<Plans.Query> queries, PrintWriter out) {
        double sum = queries.stream().mapToDouble(Plans.Query::millis).sum();
        long whole = queries.stream().filter(Plans.Query::readsAll).count();
        System.out.printf(
                Locale.ENGLISH,
                "%-55s %,7.0f ms in %d queries%s%n",
                label,
                sum,
                queries.size(),
                whole == 0 ? "" : ", of which " + whole + " read a whole table");
        out.printf(
                Locale.ENGLISH,
                "%n=== %s (alone: %.0f ms)%n",
                label,
                Objects.requireNonNull(alone.get(label)).server());
        queries.forEach(query -> out.printf(Locale.ENGLISH, "--- %.1f ms%n%s", query.millis(), query.text()));
    }

    private void export(MeasuredWindow person, String link) throws IOException {
        person.load("/devices");
        long before = portal.memory();
        long start = System.nanoTime();
        Path file = person.export(link);
        System.out.printf(
                Locale.ENGLISH,
                "%s: %,d MB in %.1f s; heap up to %d MiB after collections, memory %d MiB, before %d MiB%n",
                link,
                Files.size(file) / 1_000_000,
                (System.nanoTime() - start) / 1e9,
                portal.heap(),
                portal.memory(),
                before);
    }

    /** Eight sort and search while a ninth opens all pages. */
    private void whileOthersWork() {
        List<MeasuredWindow> others = new ArrayList<>();
        try (MeasuredWindow ninth =
                MeasuredWindow.signIn(browser, portal.process().address())) {
            for (int i = 0; i < OTHERS; i++) {
                MeasuredWindow other =
                        MeasuredWindow.signIn(browser, portal.process().address());
                other.load("/devices");
                others.add(other);
            }
            others.forEach(other -> other.keepBusy(TEXTS));
            System.out.println("while " + OTHERS + " others sort and search");
            LargeResult.paths(portal.jdbc()).forEach((page, path) -> {
                ninth.load("/settings");
                times(ninth, page, new Act("open", 0, path, "open"));
            });
        } finally {
            others.forEach(MeasuredWindow::haveEnough);
            others.forEach(MeasuredWindow::close);
        }
    }

    private static String label(String page, Act act) {
        return page + ": " + act.label();
    }

    private static double high(double[] sorted) {
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    }
}
