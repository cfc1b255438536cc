package org.deviceoffboarding.bench.ask;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.deviceoffboarding.As;
import org.deviceoffboarding.ask.answer.Answer;
import org.deviceoffboarding.ask.answer.AnswerService;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.database.AnsweredPage;
import org.deviceoffboarding.bench.Arguments;
import org.deviceoffboarding.bench.audit.LogDatabase;
import org.deviceoffboarding.bench.audit.Medians;
import org.deviceoffboarding.bench.pages.Plans;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.deviceoffboarding.inventory.list.ListedDevices;
import org.deviceoffboarding.inventory.list.PackedDevices;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What answers are held to: 95 % of them within 500 ms for one criterion and 1 s for five, the first devices included. */
public final class AskBench {

    private static final Path PLANS = Path.of("target/ask-plans.txt");
    private static final int ROWS = 50;
    private static final double ONE_MILLIS = 500;
    private static final double FIVE_MILLIS = 1_000;

    private final AnswerService answers;
    private final DeviceService devices;
    private final int rounds;
    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    private AskBench(AnswerService answers, DeviceService devices, int rounds) {
        this.answers = answers;
        this.devices = devices;
        this.rounds = rounds;
    }

    public static void run(Arguments arguments) throws Exception {
        int many = arguments.number(0, 1_000_000);
        try (LogDatabase database = LogDatabase.start();
                ConfigurableApplicationContext portal = MeasuredAnswers.start(database.connections())) {
            JdbcClient jdbc = JdbcClient.create(database.connections());
            new GeneratedInventory(
                            jdbc,
                            portal.getBean(CopyTables.class),
                            portal.getBean(ListedDevices.class),
                            portal.getBean(PackedDevices.class))
                    .make(many);
            System.out.printf(Locale.ENGLISH, "%,d devices%n", many);
            AskBench bench = new AskBench(
                    portal.getBean(AnswerService.class), portal.getBean(DeviceService.class), arguments.number(1, 5));
            bench.measure("one criterion", MeasuredQuestions.one(), ONE_MILLIS);
            bench.measure("five criteria", MeasuredQuestions.five(), FIVE_MILLIS);
            bench.plans(jdbc, database);
        }
    }

    private void measure(String sort, List<Question> questions, double limit) {
        List<Double> all = new ArrayList<>();
        for (Question question : questions) {
            List<Double> own = new ArrayList<>();
            long found = 0;
            for (int round = 0; round <= rounds; round++) {
                long begin = System.nanoTime();
                found = asPerson(() -> ask(question));
                if (round > 0) { // the first one warms the machine up
                    own.add(Medians.millisSince(begin));
                }
            }
            all.addAll(own);
            times.put(question.canonical(), own);
            System.out.printf(Locale.ENGLISH, "%,8.0f ms %,10d  %s%n", percentile(own), found, question.canonical());
        }
        double high = percentile(all);
        System.out.printf(
                Locale.ENGLISH,
                "%s: 95 %% within %,.0f ms, held to %,.0f ms: %s%n",
                sort,
                high,
                limit,
                high <= limit ? "kept" : "NOT KEPT");
    }

    private long ask(Question question) {
        Answer answer = answers.answer(question);
        if (!(answer instanceof Answer.Devices found)) {
            throw new IllegalStateException("No answer to " + question.canonical() + ": " + answer);
        }
        devices.find(found.devices(), PageRequest.of(0, ROWS));
        return found.count();
    }

    private static double percentile(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }

    private void plans(JdbcClient jdbc, LogDatabase database) throws Exception {
        Plans plans = Plans.watch(jdbc, database.log());
        Files.createDirectories(PLANS.toAbsolutePath().getParent());
        List<Question> all = new ArrayList<>(MeasuredQuestions.one());
        all.addAll(MeasuredQuestions.five());
        try (PrintWriter out = new PrintWriter(PLANS.toFile())) {
            for (Question question : all) {
                plans.sinceLast();
                asPerson(() -> ask(question));
                out.printf(
                        Locale.ENGLISH,
                        "%n=== %s (%.0f ms)%n",
                        question.canonical(),
                        percentile(times.getOrDefault(question.canonical(), List.of(0.0))));
                plans.sinceLast()
                        .forEach(query -> out.printf(Locale.ENGLISH, "--- %.1f ms%n%s", query.millis(), query.text()));
            }
        }
        System.out.println("plans in " + PLANS);
    }

    private static <T> T asPerson(Supplier<T> what) {
        try (AnsweredPage _ = new AnsweredPage()) { // the database gives pages more memory
            return As.person(new Actor("person", "Person"), List.of(Roles.READER), what);
        }
    }
}
