package org.deviceoffboarding.task.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.removed.VerifiedChange;
import org.deviceoffboarding.removed.VerifiedChanges;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskDiff;
import org.deviceoffboarding.task.TaskStatus;
import org.deviceoffboarding.task.TaskTexts;
import org.deviceoffboarding.task.TasksChanged;
import org.deviceoffboarding.task.team.GroupTeams;
import org.deviceoffboarding.task.work.TaskNotices;
import org.deviceoffboarding.task.work.TaskUpdate;
import org.deviceoffboarding.task.work.TaskWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps tasks up with what happens by itself: what their devices are after each run and each thing that the portal did, the days on
 * which they come back or expire, and how their change requests stand. Cut off, it goes on where it was: everything is done in short
 * transactions, each whole, and what is left is found again.
 */
@Component
class TaskWatch {

    private static final int TOGETHER = 500;

    /** A task can have very many devices: what is locked and written at once stays within bounds. */
    private static final int DEVICES_TOGETHER = 20_000;

    private static final int DUE_SOON = 2;

    /** What was read back is looked for a little further back: its time is from before its commit, and clocks differ. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private static final Duration GROUPS_COUNT = Duration.ofDays(1);

    private final WatchedTaskRepository tasks;
    private final TaskWriter writer;
    private final TaskNotices notices;
    private final GroupTeams groups;
    private final Inventories inventories;
    private final VerifiedChanges changes;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskWatch(
            WatchedTaskRepository tasks,
            TaskWriter writer,
            TaskNotices notices,
            GroupTeams groups,
            Inventories inventories,
            VerifiedChanges changes,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.writer = writer;
        this.notices = notices;
        this.groups = groups;
        this.inventories = inventories;
        this.changes = changes;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Called every few seconds. */
    void look() {
        Instant now = clock.instant();
        LocalDate today = Task.today(now);
        decide();
        devices(now);
        change(most -> tasks.toWake(today, most), task -> wake(task, today));
        change(most -> tasks.toExpire(today, most), task -> expire(task, today));
        tell(() -> tasks.noteDue(today, today.plusDays(DUE_SOON), TOGETHER), notices::dueSoon);
        tell(() -> tasks.noteOverdue(today, TOGETHER), notices::overdue);
    }

    /** Each of them once for each day that it is due on, and for each that it is assigned to. */
    private void tell(Supplier<List<Task>> note, Consumer<List<Task>> how) {
        int told;
        do {
            told = Objects.requireNonNull(transactions.execute(transaction -> {
                List<Task> some = note.get();
                if (!some.isEmpty()) {
                    how.accept(some);
                }
                return some.size();
            }));
        } while (told == TOGETHER);
    }

    /** Called every hour. Takes a network's time; no transaction is open meanwhile. */
    void readGroups() {
        Instant now = clock.instant();
        groups.readThoseOlderThan(now.minus(GROUPS_COUNT), now);
    }

    private void devices(Instant now) {
        long run = inventories.published().orElse(0);
        if (run == 0) {
            return; // without an inventory devices stay what they were last known to be
        }
        Optional<WatchedTaskRepository.Looked> before = tasks.looked();
        if (before.filter(looked -> looked.runId() == run).isEmpty()) {
            if (!all(run, now)) {
                return;
            }
        } else {
            List<UUID> changed = changes.since(before.get().at().minus(OVERLAP)).stream()
                    .map(VerifiedChange::objectId)
                    .distinct()
                    .toList();
            if (!some(run, changed, now)) {
                return;
            }
        }
        transactions.executeWithoutResult(transaction -> {
            if (isStillShown(run)) {
                tasks.looked(new WatchedTaskRepository.Looked(run, now));
            }
        });
    }

    /** Returns false where another copy took the place of the run's: what is left is looked at by that one. */
    private boolean all(long run, Instant now) {
        long last = tasks.lastTask();
        for (long from = 1; from <= last; from += TOGETHER) {
            if (!move(run, tasks.moved(run, from, from + TOGETHER), now)) {
                return false;
            }
        }
        return true;
    }

    private boolean some(long run, Collection<UUID> devices, Instant now) {
        return devices.isEmpty() || move(run, tasks.moved(run, devices), now);
    }

    private boolean move(long run, List<WatchedTaskRepository.Moved> moved, Instant now) {
        return MovedTasks.parts(moved, TOGETHER, DEVICES_TOGETHER).stream()
                .allMatch(part -> Boolean.TRUE.equals(
                        transactions.execute(transaction -> movePart(run, part, now, transaction))));
    }

    /** A task that was put off comes back as soon as one of its devices is something else. */
    private boolean movePart(long run, List<Long> ids, Instant now, TransactionStatus transaction) {
        List<Task> locked = writer.lock(ids);
        tasks.move(run, locked, now);
        if (!isStillShown(run)) {
            transaction.setRollbackOnly(); // its copy may have been dropped while it was read
            return false;
        }
        tasks.noteSettled(locked, now);
        Set<Long> before = locked.stream().filter(Task::isDone).map(Task::id).collect(Collectors.toSet());
        List<Task> done = writer.lock(ids).stream()
                .filter(task -> task.isDone() && !before.contains(task.id()))
                .toList();
        if (!done.isEmpty()) {
            notices.allDone(done);
        }
        writer.writeForPortal(locked.stream()
                .filter(task -> task.standing().snooze() != null)
                .map(task -> new TaskUpdate(
                        task, task.with(task.standing().woken()), "It came back, since one of its devices changed."))
                .toList());
        events.publishEvent(new TasksChanged());
        return true;
    }

    /** A copy is dropped only after it is shown no more: what was read of it before this is true is whole. */
    private boolean isStillShown(long run) {
        return inventories.published().equals(OptionalLong.of(run));
    }

    private void decide() {
        Map<Long, WatchedTaskRepository.Decided> decided = tasks.decided();
        if (decided.isEmpty()) {
            return;
        }
        transactions.executeWithoutResult(transaction -> writer.writeForPortal(writer.lock(decided.keySet()).stream()
                .filter(task -> task.status() == TaskStatus.NEEDS_APPROVAL)
                .map(task -> new TaskUpdate(
                        task, task.with(task.standing().decided()), stands(task, decided.get(task.id()))))
                .toList()));
    }

    /** Who rejected a request, and why, is said; how it stands else. */
    private String stands(Task task, WatchedTaskRepository.@Nullable Decided decided) {
        if (decided == null) {
            return "";
        }
        if (decided.status() == RequestStatus.REJECTED && decided.by() != null) {
            return notices.name(decided.by().id(), decided.by().name()) + " rejected request "
                    + task.source().number()
                    + (decided.note().isBlank()
                            ? "."
                            : ": " + TaskTexts.oneLine(decided.note().strip()));
        }
        return "Request " + task.source().number() + " is “" + decided.status().label() + "”.";
    }

    private static Optional<TaskUpdate> wake(Task task, LocalDate today) {
        return task.standing().snooze() == null
                        || task.standing().snooze().until().isAfter(today)
                ? Optional.empty()
                : Optional.of(new TaskUpdate(task, task.with(task.standing().woken()), "It was put off until today."));
    }

    private Optional<TaskUpdate> expire(Task task, LocalDate today) {
        LocalDate expiry = task.expiresOn();
        return expiry == null
                        || expiry.isAfter(today)
                        || !task.status().open()
                        || task.status() == TaskStatus.NEEDS_APPROVAL
                ? Optional.empty()
                : Optional.of(new TaskUpdate(
                        task,
                        task.with(task.standing().expired(clock.instant())),
                        wasDue(task.details().dueOn(), today)));
    }

    private static String wasDue(@Nullable LocalDate due, LocalDate today) {
        return due == null
                ? ""
                : "It was due on " + TaskDiff.day(due) + ", " + ChronoUnit.DAYS.between(due, today) + " days ago.";
    }

    /** Some at a time, each few in a transaction of their own, until none is found any more. */
    private void change(Function<Integer, List<Long>> find, Function<Task, Optional<TaskUpdate>> how) {
        List<Long> ids = find.apply(TOGETHER);
        while (!ids.isEmpty()) {
            List<Long> some = ids;
            int written = Objects.requireNonNull(transactions.execute(transaction -> {
                List<TaskUpdate> changed = new ArrayList<>();
                writer.lock(some).forEach(task -> how.apply(task).ifPresent(changed::add));
                writer.writeForPortal(changed);
                return changed.size();
            }));
            ids = written < TOGETHER ? List.of() : find.apply(TOGETHER);
        }
    }
}
