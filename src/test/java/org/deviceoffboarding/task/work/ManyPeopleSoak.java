package org.deviceoffboarding.task.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskChange;
import org.deviceoffboarding.task.TaskChangedException;
import org.deviceoffboarding.task.TaskDetails;
import org.deviceoffboarding.task.TaskDiff;
import org.deviceoffboarding.task.TaskField;
import org.deviceoffboarding.task.TaskPriority;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.TaskSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Twenty people change the same hundred tasks at once, one by one and many in a step, take steps back, comment, and hand over: no change
 * is lost, none is stored twice, and the history of each task tells how it came to be what it is.
 */
@PortalTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class ManyPeopleSoak {

    private static final int PEOPLE = 20;
    private static final int TASKS = 100;
    private static final int TURNS = Integer.getInteger("soak.turns", 300);
    private static final long SEED = Long.getLong("soak.seed", 4711);
    private static final List<String> ROLES = List.of(Roles.READER, Roles.OPERATOR);

    @Autowired
    private TaskService tasks;

    @Autowired
    private TaskWorkService work;

    @Autowired
    private TaskStepService steps;

    @Autowired
    private JdbcClient jdbc;

    /** How often a task was changed, as those were told who changed it. */
    private final Map<Long, LongAdder> changes = new ConcurrentHashMap<>();

    /** How often somebody counted a task's title up. */
    private final Map<Long, LongAdder> counted = new ConcurrentHashMap<>();

    /** How many changes were made by steps and by taking them back: of these only the sum is told. */
    private final LongAdder stepped = new LongAdder();

    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger undone = new AtomicInteger();
    private final Queue<String> comments = new ConcurrentLinkedQueue<>();

    @Test
    void nothingIsLostAndEveryHistoryAddsUp() throws InterruptedException, ExecutionException {
        List<Task> begun = IntStream.range(0, TASKS).mapToObj(number -> add()).toList();

        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            List<Callable<Void>> all = IntStream.range(0, PEOPLE)
                    .mapToObj(number -> (Callable<Void>) () -> {
                        new Person(number, begun).work();
                        return null;
                    })
                    .toList();
            for (Future<Void> each : people.invokeAll(all)) {
                each.get();
            }
        }

        List<Task> ended = begun.stream()
                .map(task -> as(0, () -> tasks.get(task.id()).orElseThrow()))
                .toList();
        assertThat(told).as("people were in each other's way").hasPositiveValue();
        assertThat(left).as("steps left out what others changed").hasPositiveValue();
        assertThat(undone).as("steps were taken back").hasPositiveValue();
        assertNoChangeIsLost(ended);
        assertEveryCommentIsThereOnce();
        IntStream.range(0, TASKS).forEach(number -> assertHistoryAddsUp(begun.get(number), ended.get(number)));
    }

    private void assertNoChangeIsLost(List<Task> ended) {
        ended.forEach(task -> assertThat(task.title())
                .as("what was counted up of task %s", task.id())
                .isEqualTo(String.valueOf(sum(counted, task))));
        long versions = ended.stream().mapToLong(Task::version).sum();
        long single = ended.stream().mapToLong(task -> sum(changes, task)).sum();
        assertThat(versions).as("changes that people were told of").isEqualTo(single + stepped.sum());
        ended.forEach(task -> assertThat(
                        jdbc.sql("select count(*) from audit_entry where action = 'task.changed' and subject = :task")
                                .param("task", "task:" + task.id())
                                .query(Long.class)
                                .single())
                .as("entries of task %s in the audit log", task.id())
                .isEqualTo(task.version()));
    }

    private void assertEveryCommentIsThereOnce() {
        assertThat(jdbc.sql("select text from task_comment").query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(comments);
    }

    /** Each row goes on where the one before of the same field ended, and the last is what the task shows. */
    private void assertHistoryAddsUp(Task begun, Task ended) {
        List<TaskChange> rows = as(0, () -> tasks.history(ended.id(), PageRequest.ofSize(100_000)))
                .reversed();
        Map<TaskField, TaskDiff.Difference> net = TaskDiff.of(begun, ended).stream()
                .collect(Collectors.toMap(TaskDiff.Difference::field, Function.identity()));
        Map<TaskField, List<TaskChange>> byField = rows.stream()
                .filter(row -> row.what() != TaskField.ADDED)
                .collect(Collectors.groupingBy(TaskChange::what));
        byField.forEach((field, of) -> {
            for (int next = 1; next < of.size(); next++) {
                assertThat(of.get(next).was())
                        .as("%s of task %s, change %s", field, ended.id(), of.get(next))
                        .isEqualTo(of.get(next - 1).became());
            }
            String first = of.getFirst().was();
            String last = of.getLast().became();
            TaskDiff.Difference whole = net.get(field);
            assertThat(whole == null ? last : whole.was())
                    .as("where %s began", field)
                    .isEqualTo(first);
            assertThat(whole == null ? first : whole.became())
                    .as("where %s ended", field)
                    .isEqualTo(last);
        });
        assertThat(byField.keySet()).containsAll(net.keySet());
    }

    private static long sum(Map<Long, LongAdder> of, Task task) {
        LongAdder sum = of.get(task.id());
        return sum == null ? 0 : sum.sum();
    }

    private Task add() {
        return as(
                0,
                () -> tasks.add(new NewTask(
                        new TaskSource(TaskSource.Kind.DEVICES, null, "1 device"),
                        Map.of(UUID.randomUUID(), "PC-1"),
                        new TaskDetails("0", TaskPriority.NORMAL, null, "", null),
                        null)));
    }

    private static <T> T as(int person, Supplier<T> what) {
        return As.person(new Actor("p" + person, "P" + person), ROLES, what);
    }

    private static Assignee assignee(int person) {
        return Assignee.person("p" + person, "P" + person);
    }

    /** One of them, who does something in each turn. */
    private final class Person {

        private final int number;
        private final List<Task> all;
        private final Random random;
        private final List<Long> ownSteps = new ArrayList<>();
        private int said;

        Person(int number, List<Task> all) {
            this.number = number;
            this.all = all;
            this.random = new Random(SEED + number);
        }

        void work() {
            for (int turn = 0; turn < TURNS; turn++) {
                as(number, () -> {
                    turn();
                    return true;
                });
            }
        }

        private void turn() {
            switch (random.nextInt(16)) {
                case 0 -> step(steps.due(some(), day()));
                case 1 -> step(steps.assign(some(), random.nextInt(4) == 0 ? null : somebody()));
                case 2 -> step(random.nextBoolean() ? steps.complete(some()) : steps.reopen(some()));
                case 3 -> handOver();
                case 4, 5 -> undo();
                case 6, 7 -> comment();
                case 8 -> change(work::take);
                case 9 -> change(seen -> work.snooze(seen, day(), "Later"));
                case 10 -> change(work::wake);
                case 11 -> change(work::complete);
                case 12 -> change(seen -> work.reject(seen, "No longer needed"));
                case 13 -> change(work::reopen);
                default -> countUp();
            }
        }

        /** What is refused is refused by how the task stands: nothing was changed. */
        private void change(UnaryOperator<Task> how) {
            Task seen = one();
            while (true) {
                try {
                    if (how.apply(seen).version() > seen.version()) {
                        note(changes, seen);
                    }
                    return;
                } catch (TaskChangedException e) {
                    told.incrementAndGet();
                    seen = e.now();
                } catch (TaskRefusedException e) {
                    return;
                }
            }
        }

        private void countUp() {
            change(seen -> {
                TaskDetails details = seen.details();
                Task changed = work.edit(
                        seen,
                        new TaskDetails(
                                String.valueOf(Integer.parseInt(details.title()) + 1),
                                details.priority(),
                                details.dueOn(),
                                details.note(),
                                details.ticket()),
                        random.nextBoolean() ? seen.standing().assignee() : somebody());
                note(counted, seen);
                return changed;
            });
        }

        private void comment() {
            String text = "Person " + number + " says " + ++said;
            work.comment(one().id(), text, List.of(somebody()));
            comments.add(text);
        }

        private void handOver() {
            Assignee from = somebody();
            Assignee to = somebody();
            if (from.isSameAs(to)) {
                return;
            }
            try {
                step(steps.handOver(from, to, open(from)));
            } catch (TaskRefusedException e) {
                return; // others changed how many there are meanwhile: nothing was changed
            }
        }

        private long open(Assignee whose) {
            return jdbc.sql("select count(*) from task where open and assignee_kind = 'PERSON' and assignee_id = :id")
                    .param("id", whose.id())
                    .query(Long.class)
                    .single();
        }

        private void step(TaskStepResult result) {
            stepped.add(result.changed());
            left.addAndGet(result.left().size());
            if (result.changed() > 0) {
                ownSteps.add(result.id());
            }
        }

        private void undo() {
            if (!ownSteps.isEmpty()) {
                TaskStepResult result = steps.undo(ownSteps.removeLast());
                stepped.add(result.changed());
                undone.addAndGet(result.changed());
            }
        }

        private List<Task> some() {
            List<Task> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);
            return shuffled.stream()
                    .limit(30)
                    .map(task -> tasks.get(task.id()).orElseThrow())
                    .toList();
        }

        private Task one() {
            return tasks.get(all.get(random.nextInt(all.size())).id()).orElseThrow();
        }

        private Assignee somebody() {
            return assignee(random.nextInt(PEOPLE));
        }

        private LocalDate day() {
            return LocalDate.now(ZoneOffset.UTC).plusDays(2 + random.nextInt(300));
        }

        private static void note(Map<Long, LongAdder> of, Task task) {
            of.computeIfAbsent(task.id(), id -> new LongAdder()).increment();
        }
    }
}
