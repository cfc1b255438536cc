package org.deviceoffboarding.task.work;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.notification.Notice;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.Recipient;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskDiff;
import org.deviceoffboarding.task.team.Assignees;

/**
 * Tells a person or a team of all tasks at once that a step made theirs: once, however many they are.
 *
 * @param key tells it from what they are given another time
 */
record GainedTasks(String key, String sentence, List<Recipient> recipients) implements Notice {

    GainedTasks {
        recipients = List.copyOf(recipients);
    }

    /** @param all with the same assignee, several */
    static GainedTasks of(List<TaskUpdate> all, Actor by, Assignees assignees, List<Recipient> recipients) {
        Task first = all.getFirst().after();
        Assignee whose = Objects.requireNonNull(first.standing().assignee());
        String because = all.getFirst().because();
        return new GainedTasks(
                "task:" + first.id() + ":gained:" + (first.version() + 1) + ":" + whose.key(),
                assignees.name(by.id(), by.name()) + " assigned " + LostTasks.numbers(all) + " to "
                        + TaskDiff.inSentence(whose) + "." + dueFirst(all)
                        + (because.isBlank() ? "" : " " + because + "."),
                recipients);
    }

    private static String dueFirst(List<TaskUpdate> all) {
        return all.stream()
                .map(TaskUpdate::after)
                .filter(task -> task.details().dueOn() != null)
                .min(Comparator.comparing(
                        (Task task) -> Objects.requireNonNull(task.details().dueOn())))
                .map(task -> " Due first: task " + task.id() + ", on "
                        + TaskDiff.day(task.details().dueOn()) + ".")
                .orElse("");
    }

    @Override
    public NoticeKind kind() {
        return NoticeKind.TASK_ASSIGNED;
    }

    @Override
    public String subject() {
        return "tasks";
    }
}
