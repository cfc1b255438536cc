package org.deviceoffboarding.bench.audit;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.FirstPages;
import org.deviceoffboarding.audit.verification.MeasuredVerification;
import org.deviceoffboarding.bench.Arguments;
import org.deviceoffboarding.bench.pages.Plans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the audit log is held to: nobody waits for it, sealing and verifying keep up, and its pages answer where it is large. Of a log of no
 * entries only the writers are measured.
 */
public final class AuditBench {

    private static final Path PLANS = Path.of("target/audit-plans.txt");
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final String PORTAL = ": processor time of each here";
    private static final String DATABASE = ": in the database";
    private static final int NEW = 10_000;
    private static final int BACKLOG = 20_000;

    private final LogDatabase database;
    private final long size;
    private final int rounds;
    private final Medians medians = new Medians();

    private AuditBench(LogDatabase database, long size, int rounds) {
        this.database = database;
        this.size = size;
        this.rounds = rounds;
    }

    public static void run(Arguments arguments) throws Exception {
        try (LogDatabase database = LogDatabase.start()) {
            new AuditBench(database, arguments.number(0, 10_000_000), arguments.number(1, 5)).measure();
        }
    }

    private void measure() throws Exception {
        writers();
        if (size == 0) {
            return;
        }
        System.out.printf(Locale.ENGLISH, "making a log of %,d entries%n", size);
        GeneratedLog log = new GeneratedLog(database);
        log.make(size);
        sealing(log);
        verifying(log);
        pages();
    }

    private void writers() throws Exception {
        Writers writers = new Writers(database.sealing(), database.processorTime());
        writers.plain(Duration.ZERO, LENGTH); // so that nothing is measured for the first time
        writers.sealed(Duration.ZERO, LENGTH);
        for (int round = 0; round < rounds; round++) {
            for (Duration work : List.of(Duration.ZERO, Duration.ofMillis(10))) {
                add("same table, plain, " + name(work), writers.plain(work, LENGTH));
                add("log while it is sealed, " + name(work), writers.sealed(work, LENGTH));
            }
        }
        System.out.println("16 writers");
        for (Duration work : List.of(Duration.ZERO, Duration.ofMillis(10))) {
            String plain = "same table, plain, " + name(work);
            String sealed = "log while it is sealed, " + name(work);
            say(plain);
            say(sealed);
            System.out.printf(
                    Locale.ENGLISH, "  %.0f %% of it; at least 80 %%%n", 100 * medians.of(sealed) / medians.of(plain));
        }
    }

    private void add(String what, Writers.Rate rate) {
        medians.add(what, rate.entries());
        medians.add(what + PORTAL, rate.portal());
        medians.add(what + DATABASE, rate.database());
    }

    private void say(String what) {
        System.out.println("  " + medians.words(what, "entries/s"));
        System.out.println("  " + medians.words(what + PORTAL, "µs"));
        System.out.println("  " + medians.words(what + DATABASE, "µs"));
    }

    private static String name(Duration work) {
        return work.isZero() ? "no other work" : work.toMillis() + " ms of work";
    }

    private void sealing(GeneratedLog log) {
        for (int round = 0; round < rounds; round++) {
            log.addUnsealed(BACKLOG);
            long begin = System.nanoTime();
            int sealed = database.sealing().all();
            medians.add("sealed", sealed / (Medians.millisSince(begin) / 1_000));
        }
        System.out.println("sealing");
        System.out.println("  " + medians.words("sealed", "entries/s") + "; at least 2,000");
    }

    private void verifying(GeneratedLog log) {
        MeasuredVerification verification = new MeasuredVerification(
                database.connections(),
                database.sealing().file(),
                database.key().verifierKey(database.sealing().origin()));
        verification.verify(0); // so that nothing is measured for the first time
        for (int round = 0; round < Math.min(rounds, 3); round++) {
            long begin = System.nanoTime();
            long all = verification.verify(0);
            medians.add("all", Medians.millisSince(begin) / 1_000);
            System.out.printf(Locale.ENGLISH, "verified %,d entries%n", all);
        }
        for (int round = 0; round < rounds; round++) {
            long before = database.sealing().tree().size();
            log.addUnsealed(NEW);
            database.sealing().all();
            long begin = System.nanoTime();
            verification.verify(before);
            medians.add("10,000 new", Medians.millisSince(begin) / 1_000);
        }
        database.leaveWordsAsTheyAre();
        for (int round = 0; round < Math.min(rounds, 3); round++) {
            long begin = System.nanoTime();
            verification.verifyWithoutWords();
            medians.add("all, words left out", Medians.millisSince(begin) / 1_000);
        }
        System.out.println("verifying");
        System.out.println("  " + medians.words("all", "s") + "; 10,000,000 under 60");
        System.out.println("  " + medians.words("all, words left out", "s"));
        System.out.println("  " + medians.words("10,000 new", "s") + "; under 1");
    }

    private static Map<String, AuditFilter> filters() {
        AuditFilter all = AuditFilter.NONE;
        Instant early = Instant.parse("2024-02-01T00:00:00Z");
        Instant day = Instant.parse("2025-06-01T00:00:00Z");
        String id = "00000000-0000-4000-8000-0000000004d2";
        Map<String, AuditFilter> filters = new LinkedHashMap<>();
        filters.put("everything", all);
        filters.put("a person", new AuditFilter("", "person-7", null, null, null));
        filters.put("a person with few entries", new AuditFilter("", "person-rare", null, null, null));
        filters.put("an action", new AuditFilter("", null, "device.deleted", null, null));
        filters.put("a kind of action", all.withKind("request"));
        filters.put("refused", all.withResult(AuditResult.REFUSED));
        filters.put("failed", all.withResult(AuditResult.FAILED));
        filters.put("a device by its object ID", all.withDevice(id));
        filters.put("a device by its name", all.withDevice("LAPTOP-001234"));
        filters.put("a request", all.withSubject("request:1234"));
        filters.put("a day", new AuditFilter("", null, null, day, day.plus(Duration.ofDays(1))));
        filters.put("until early", new AuditFilter("", null, null, null, early));
        filters.put("a frequent word", new AuditFilter("disabled", null, null, null, null));
        filters.put("a rare word", new AuditFilter("zanzibar", null, null, null, null));
        filters.put("a word that nothing has", new AuditFilter("nothing-has-this", null, null, null, null));
        filters.put("a name's beginning", new AuditFilter("LAPTOP-0012", null, null, null, null));
        filters.put("an ID as text", new AuditFilter(id, null, null, null, null));
        filters.put("two words", new AuditFilter("disabled 1234", null, null, null, null));
        filters.put("a frequent word long ago", new AuditFilter("disabled", null, null, null, early));
        filters.put("a rare word long ago", new AuditFilter("zanzibar", null, null, null, early));
        filters.put("a person and an action", new AuditFilter("", "person-7", "request.made", null, null));
        filters.put(
                "a person, refused", new AuditFilter("", "person-7", null, null, null).withResult(AuditResult.REFUSED));
        filters.put("an action long ago", new AuditFilter("", null, "request.made", null, early));
        filters.put("a person and a word", new AuditFilter("zanzibar", "person-7", null, null, null));
        filters.put("an action and a frequent word", new AuditFilter("disabled", null, "device.deleted", null, null));
        filters.put("a device and an action", new AuditFilter("", null, "device.deleted", null, null).withDevice(id));
        return filters;
    }

    private void pages() throws Exception {
        JdbcClient jdbc = JdbcClient.create(database.connections());
        FirstPages pages = new FirstPages(jdbc);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database.connections()));
        transaction.setReadOnly(true);
        for (int round = 0; round <= rounds; round++) {
            for (var filter : filters().entrySet()) {
                long begin = System.nanoTime();
                transaction.executeWithoutResult(status -> pages.of(filter.getValue()));
                if (round > 0) { // the first one warms the machine up
                    medians.add(filter.getKey(), Medians.millisSince(begin));
                }
            }
        }
        System.out.println("the first page of each filter; under 200 ms in the database; plans in " + PLANS);
        filters().keySet().forEach(filter -> System.out.println("  " + medians.words(filter, "ms")));
        plans(jdbc, pages, transaction);
    }

    private void plans(JdbcClient jdbc, FirstPages pages, TransactionTemplate transaction) throws Exception {
        Plans plans = Plans.watch(jdbc, database.log());
        Files.createDirectories(PLANS.toAbsolutePath().getParent());
        try (PrintWriter out = new PrintWriter(PLANS.toFile())) {
            for (var filter : filters().entrySet()) {
                plans.sinceLast();
                transaction.executeWithoutResult(status -> pages.of(filter.getValue()));
                List<Plans.Query> queries = plans.sinceLast();
                long whole = queries.stream().filter(Plans.Query::readsAll).count();
                if (whole > 0) {
                    System.out.println("  " + filter.getKey() + ": " + whole + " queries read a whole table");
                }
                out.printf(Locale.ENGLISH, "%n=== %s (%.0f ms)%n", filter.getKey(), medians.of(filter.getKey()));
                queries.forEach(query -> out.printf(Locale.ENGLISH, "--- %.1f ms%n%s", query.millis(), query.text()));
            }
        }
    }
}
