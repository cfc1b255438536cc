package org.deviceoffboarding.bench.tasks;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.bench.Arguments;
import org.deviceoffboarding.bench.audit.LogDatabase;
import org.deviceoffboarding.bench.audit.Medians;
import org.deviceoffboarding.bench.pages.Plans;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskPriority;
import org.deviceoffboarding.task.TaskSource;
import org.deviceoffboarding.task.listing.TaskDue;
import org.deviceoffboarding.task.listing.TaskFilter;
import org.deviceoffboarding.task.listing.TaskListService;
import org.deviceoffboarding.task.listing.TaskState;
import org.deviceoffboarding.task.listing.TaskWhose;
import org.deviceoffboarding.task.work.TaskStepResult;
import org.deviceoffboarding.task.work.TaskStepService;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tasks are held to: first rows of each filter and each order at once, and many changed in one step. */
public final class TasksBench {

    private static final Path PLANS = Path.of("target/task-plans.txt");
    private static final int ROWS = 50;
    private static final int STEP = 500;
    private static final List<String> ORDERS =
            List.of("title", "source", "status", "assignee", "due", "priority", "updatedAt", "createdAt");

    private final JdbcClient jdbc;
    private final TaskListService tasks;
    private final TaskStepService steps;
    private final int rounds;
    private final Medians medians = new Medians();

    private TasksBench(JdbcClient jdbc, TaskListService tasks, TaskStepService steps, int rounds) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.steps = steps;
        this.rounds = rounds;
    }

    public static void run(Arguments arguments) throws Exception {
        int many = arguments.number(0, 50_000);
        int comments = arguments.number(1, 500_000);
        try (LogDatabase database = LogDatabase.start();
                ConfigurableApplicationContext portal = MeasuredTasks.start(database.connections())) {
            JdbcClient jdbc = JdbcClient.create(database.connections());
            new GeneratedTasks(jdbc).make(many, comments);
            System.out.printf(Locale.ENGLISH, "%,d tasks with %,d comments%n", many, comments);
            TasksBench bench = new TasksBench(
                    jdbc,
                    portal.getBean(TaskListService.class),
                    portal.getBean(TaskStepService.class),
                    arguments.number(2, 5));
            bench.measure(database);
        }
    }

    private void measure(LogDatabase database) throws Exception {
        Map<String, Look> looks = looks();
        for (int round = 0; round <= rounds; round++) {
            for (var look : looks.entrySet()) {
                long begin = System.nanoTime();
                asPerson(() -> look(look.getValue()));
                if (round > 0) { // the first one warms the machine up
                    medians.add(look.getKey(), Medians.millisSince(begin));
                }
            }
        }
        System.out.println("the first rows and the count of each filter and order; under 100 ms; plans in " + PLANS);
        looks.keySet().forEach(name -> System.out.println("  " + medians.words(name, "ms")));
        step();
        plans(database, looks);
    }

    /** What somebody looks at. */
    private record Look(TaskFilter filter, Pageable page) {}

    private int look(Look look) {
        tasks.roughly(look.filter());
        return tasks.find(look.filter(), look.page()).size();
    }

    private void step() {
        for (int round = 0; round <= rounds; round++) {
            Assignee to = Assignee.person("person-" + round % 2, "Person " + round % 2);
            List<Task> some = asPerson(() -> tasks.find(
                    new TaskFilter("", null, TaskState.ACTIVE, null, null, null),
                    PageRequest.of(0, STEP, Sort.by("createdAt"))));
            long begin = System.nanoTime();
            TaskStepResult result = asPerson(() -> steps.assign(some, to));
            double took = Medians.millisSince(begin);
            long undo = System.nanoTime();
            asPerson(() -> steps.undo(result.id()));
            if (round > 0) {
                medians.add("tasks reassigned in one step", took);
                medians.add("that taken back", Medians.millisSince(undo));
            }
        }
        System.out.println("steps over " + STEP + ", with an entry of the log for each task; under 1,000 ms");
        System.out.println("  " + medians.words("tasks reassigned in one step", "ms"));
        System.out.println("  " + medians.words("that taken back", "ms"));
    }

    private static Map<String, Look> looks() {
        Map<String, Look> looks = new LinkedHashMap<>();
        List<Sort> sorts = new ArrayList<>();
        ORDERS.forEach(
                order -> sorts.addAll(List.of(Sort.by(order), Sort.by(order).descending())));
        filters()
                .forEach((name, filter) -> sorts.forEach(
                        sort -> looks.put(name + ", by " + sort, new Look(filter, PageRequest.of(0, ROWS, sort)))));
        looks.put("everything, last rows", new Look(TaskFilter.NONE, PageRequest.of(900, ROWS, Sort.by("due"))));
        return looks;
    }

    private static Map<String, TaskFilter> filters() {
        Map<String, TaskFilter> filters = new LinkedHashMap<>();
        filters.put("everything", TaskFilter.NONE);
        Stream.of(TaskWhose.values())
                .forEach(whose -> filters.put(whose.label(), new TaskFilter("", whose, null, null, null, null)));
        Stream.of(TaskState.values())
                .forEach(state -> filters.put(state.label(), new TaskFilter("", null, state, null, null, null)));
        Stream.of(TaskSource.Kind.values())
                .forEach(kind -> filters.put(kind.label(), new TaskFilter("", null, null, kind, null, null)));
        Stream.of(TaskDue.values())
                .forEach(due -> filters.put(due.label(), new TaskFilter("", null, null, null, due, null)));
        Stream.of(TaskPriority.values())
                .forEach(each -> filters.put(each.label(), new TaskFilter("", null, null, null, null, each)));
        filters.put("a frequent word", new TaskFilter("devices of branch", null, null, null, null, null));
        filters.put("a rare word", new TaskFilter("branch 4711", null, null, null, null, null));
        filters.put("a word that nothing has", new TaskFilter("nothing has this", null, null, null, null, null));
        filters.put("two letters", new TaskFilter("re", null, null, null, null, null));
        filters.put("a number", new TaskFilter("4711", null, null, null, null, null));
        filters.put("mine, open", new TaskFilter("", TaskWhose.MINE, TaskState.OPEN, null, null, null));
        filters.put(
                "open, overdue, high",
                new TaskFilter("", null, TaskState.OPEN, null, TaskDue.OVERDUE, TaskPriority.HIGH));
        return filters;
    }

    private void plans(LogDatabase database, Map<String, Look> looks) throws Exception {
        Plans plans = Plans.watch(jdbc, database.log());
        Files.createDirectories(PLANS.toAbsolutePath().getParent());
        try (PrintWriter out = new PrintWriter(PLANS.toFile())) {
            for (var look : looks.entrySet()) {
                plans.sinceLast();
                asPerson(() -> look(look.getValue()));
                List<Plans.Query> queries = plans.sinceLast();
                out.printf(Locale.ENGLISH, "%n=== %s (%.0f ms)%n", look.getKey(), medians.of(look.getKey()));
                queries.forEach(query -> out.printf(Locale.ENGLISH, "--- %.1f ms%n%s", query.millis(), query.text()));
            }
        }
    }

    private static <T> T asPerson(Supplier<T> what) {
        return As.person(new Actor(GeneratedTasks.PERSON, "Person 7"), List.of(Roles.READER, Roles.OPERATOR), what);
    }
}
