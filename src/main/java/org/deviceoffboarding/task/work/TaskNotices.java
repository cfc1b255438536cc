package org.deviceoffboarding.task.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.assignee.AssigneeKind;
import org.deviceoffboarding.notification.Notice;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.deviceoffboarding.notification.Recipient;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskDiff;
import org.deviceoffboarding.task.TaskStatus;
import org.deviceoffboarding.task.TaskTexts;
import org.deviceoffboarding.task.team.Assignees;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people of tasks: whose they become, who is spoken of, and what happens to theirs without them. In the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TaskNotices {

    /** So much of a comment is told. */
    private static final int SAID = 160;

    private final NoticeOutbox notices;
    private final Assignees assignees;
    private final DueTold dueTold;
    private final LostTasks lost;

    TaskNotices(NoticeOutbox notices, Assignees assignees, DueTold dueTold) {
        this.notices = notices;
        this.assignees = assignees;
        this.dueTold = dueTold;
        this.lost = new LostTasks(assignees);
    }

    /** Tells of a task that was added for somebody. */
    void added(Task task, Actor by) {
        if (task.standing().assignee() != null) {
            notices.tell(by, assigned(task, by, task.version(), "", whose(task, new HashMap<>())));
        }
    }

    /** Tells of tasks that were changed: whom they are assigned to now, or whose they are where the portal changed them. */
    void changed(List<TaskUpdate> changes, Actor by) {
        List<Notice> all = new ArrayList<>(assigned(
                changes.stream()
                        .filter(change -> isReassigned(change.before(), change.after()))
                        .toList(),
                by));
        all.addAll(lost.by(changes, by));
        changes.stream()
                .filter(change -> isRejected(change.before(), change.after()))
                .forEach(change -> all.add(rejected(change, by)));
        if (!by.isPerson()) {
            Map<String, List<Recipient>> known = new HashMap<>();
            changes.forEach(change -> all.add(new TaskNotice(
                    NoticeKind.TASK_CHANGED,
                    change.after(),
                    "changed:" + (change.after().version() + 1),
                    "Task " + change.after().id() + ", " + change.after().title() + ": "
                            + TaskDiff.inSentence(TaskDiff.of(change.before(), change.after())) + ". "
                            + change.because(),
                    whose(change.after(), known))));
        }
        notices.tell(by, all);
    }

    /** Whoever added a task hears why nobody will do it. */
    private TaskNotice rejected(TaskUpdate change, Actor by) {
        Task task = change.after();
        return new TaskNotice(
                NoticeKind.TASK_CHANGED,
                task,
                "rejected:" + (task.version() + 1),
                assignees.name(by.id(), by.name()) + " rejected task " + task.id() + ", " + task.title() + ": "
                        + change.because(),
                creator(task, "You added it."));
    }

    /** Tells those who are spoken of in a comment. */
    void mentioned(Task task, long comment, String text, List<Assignee> people, Actor by) {
        notices.tell(
                by,
                new MentionNotice(
                        task.id(),
                        comment,
                        assignees.name(by.id(), by.name()) + " mentioned "
                                + people.stream()
                                        .map(person -> assignees.named(person).name())
                                        .collect(Collectors.joining(", "))
                                + " in a comment on task " + task.id() + ", " + task.title() + ": “"
                                + TextLimits.shorten(TaskTexts.oneLine(text), SAID) + "”",
                        people.stream()
                                .map(person -> Recipient.person(person.id(), "You are mentioned in it."))
                                .toList()));
    }

    /** Tells whose tasks are due within two days; nobody whom that day is no news to. */
    public void dueSoon(List<Task> tasks) {
        about(tasks, NoticeKind.TASK_DUE, "due", "is due on ");
    }

    /** Tells whose tasks are past their last day; nobody whom that day is no news to. */
    public void overdue(List<Task> tasks) {
        about(tasks, NoticeKind.TASK_OVERDUE, "overdue", "is overdue: it was due on ");
    }

    /** Tells whose tasks have nothing left to do. */
    public void allDone(List<Task> tasks) {
        Map<String, List<Recipient>> known = new HashMap<>();
        notices.tell(
                Actor.PORTAL,
                tasks.stream()
                        .map(task -> new TaskNotice(
                                NoticeKind.TASK_CHANGED,
                                task,
                                "done:" + task.version() + ":" + task.devicesVersion(),
                                "The devices of task " + task.id() + ", " + task.title()
                                        + ", are all done. It can be completed.",
                                whose(task, known)))
                        .toList());
    }

    private void about(List<Task> tasks, NoticeKind kind, String what, String words) {
        Map<String, List<Recipient>> known = new HashMap<>();
        Map<Task, List<Recipient>> whose = new LinkedHashMap<>();
        tasks.forEach(task -> whose.put(task, whose(task, known)));
        Set<DueTold.Concerned> news = dueTold.note(kind, told(whose));
        List<TaskNotice> all = new ArrayList<>();
        whose.forEach((task, people) -> {
            List<Recipient> some =
                    people.stream().filter(person -> isNews(task, person, news)).toList();
            if (people.isEmpty() || !some.isEmpty()) { // webhooks are told of what concerns nobody by name, too
                all.add(new TaskNotice(
                        kind,
                        task,
                        what + ":" + task.details().dueOn() + ":" + task.version(),
                        "Task " + task.id() + ", " + task.title() + ", " + words
                                + TaskDiff.day(task.details().dueOn()) + ".",
                        some));
            }
        });
        notices.tell(Actor.PORTAL, all);
    }

    private static List<DueTold.Told> told(Map<Task, List<Recipient>> whose) {
        return whose.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(Recipient.Person.class::isInstance)
                        .map(person -> new DueTold.Told(entry.getKey(), ((Recipient.Person) person).id())))
                .distinct()
                .toList();
    }

    private static boolean isNews(Task task, Recipient recipient, Set<DueTold.Concerned> news) {
        return !(recipient instanceof Recipient.Person person)
                || news.contains(new DueTold.Concerned(task.id(), person.id()));
    }

    /** Whoever is assigned several at once is told once. */
    private List<Notice> assigned(List<TaskUpdate> changes, Actor by) {
        Map<String, List<Recipient>> known = new HashMap<>();
        Map<String, List<TaskUpdate>> byAssignee = changes.stream()
                .collect(Collectors.groupingBy(
                        change -> Objects.requireNonNull(
                                        change.after().standing().assignee())
                                .key(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byAssignee.values().stream()
                .map(all -> assigned(all, by, whose(all.getFirst().after(), known)))
                .toList();
    }

    private Notice assigned(List<TaskUpdate> all, Actor by, List<Recipient> whose) {
        TaskUpdate first = all.getFirst();
        return all.size() > 1
                ? GainedTasks.of(all, by, assignees, whose)
                : assigned(
                        first.after(),
                        by,
                        first.after().version() + 1, // as it is stored
                        first.because().isBlank() ? "" : " " + first.because() + ".",
                        whose);
    }

    private TaskNotice assigned(Task task, Actor by, long version, String because, List<Recipient> whose) {
        return new TaskNotice(
                NoticeKind.TASK_ASSIGNED,
                task,
                "assigned:" + version,
                name(by.id(), by.name()) + " assigned task " + task.id() + ", " + task.title() + ", to " + to(task)
                        + "." + due(task) + because,
                whose);
    }

    private static String due(Task task) {
        return task.details().dueOn() == null
                ? ""
                : " Due on " + TaskDiff.day(task.details().dueOn()) + ".";
    }

    private static String to(Task task) {
        return TaskDiff.inSentence(Objects.requireNonNull(task.standing().assignee()));
    }

    /**
     * Returns the name that people know somebody by.
     *
     * @param recorded what they were called as they did something
     */
    public String name(String personId, String recorded) {
        return assignees.name(personId, recorded);
    }

    /** Of what is nobody's, whoever added it is told. */
    private List<Recipient> whose(Task task, Map<String, List<Recipient>> known) {
        Assignee assignee = task.standing().assignee();
        return assignee == null
                ? creator(task, "You added it, and it is nobody's yet.")
                : known.computeIfAbsent(assignee.key(), key -> recipients(assignee));
    }

    private static List<Recipient> creator(Task task, String reason) {
        return task.createdBy().isPerson()
                ? List.of(Recipient.person(task.createdBy().id(), reason))
                : List.of();
    }

    private List<Recipient> recipients(Assignee assignee) {
        return assignee.kind() == AssigneeKind.PERSON
                ? List.of(Recipient.person(assignee.id(), "It is assigned to you."))
                : assignees.ableMembers(assignee).stream()
                        .map(person -> Recipient.person(person, "It is assigned to your team " + assignee.name() + "."))
                        .toList();
    }

    private static boolean isRejected(Task before, Task after) {
        return before.status() != TaskStatus.REJECTED && after.status() == TaskStatus.REJECTED;
    }

    private static boolean isReassigned(Task before, Task after) {
        Assignee is = after.standing().assignee();
        return is != null && !Assignee.same(before.standing().assignee(), is);
    }
}
