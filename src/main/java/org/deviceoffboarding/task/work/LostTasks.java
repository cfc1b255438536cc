package org.deviceoffboarding.task.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.assignee.AssigneeKind;
import org.deviceoffboarding.notification.Notice;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.Recipient;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.team.Assignees;
import org.jspecify.annotations.Nullable;

/** Words what those are told whose tasks became somebody else's: once for all that a step took from them. */
final class LostTasks {

    private static final int NAMED = 5;

    private final Assignees assignees;

    LostTasks(Assignees assignees) {
        this.assignees = assignees;
    }

    /**
     * Told of all that a person or a team lost at once.
     *
     * @param key tells it from what they lose another time
     */
    record Lost(String key, String subject, String sentence, List<Recipient> recipients) implements Notice {

        Lost {
            recipients = List.copyOf(recipients);
        }

        @Override
        public NoticeKind kind() {
            return NoticeKind.TASK_CHANGED;
        }
    }

    List<Lost> by(List<TaskUpdate> changes, Actor by) {
        Map<String, List<TaskUpdate>> losses = new LinkedHashMap<>();
        changes.forEach(change -> {
            Assignee was = change.before().standing().assignee();
            if (was != null && isLost(was, change.after().standing().assignee())) {
                losses.computeIfAbsent(was.key(), key -> new ArrayList<>()).add(change);
            }
        });
        return losses.values().stream().map(all -> lost(all, by)).toList();
    }

    /** What somebody of a team takes on is the team's still. */
    private boolean isLost(Assignee was, @Nullable Assignee is) {
        return !Assignee.same(was, is)
                && !(is != null
                        && was.kind() == AssigneeKind.TEAM
                        && is.kind() == AssigneeKind.PERSON
                        && assignees.ableMembers(was).contains(is.id()));
    }

    private Lost lost(List<TaskUpdate> all, Actor by) {
        Task first = all.getFirst().after();
        Assignee was = Objects.requireNonNull(all.getFirst().before().standing().assignee());
        String whose = was.kind() == AssigneeKind.PERSON ? was.name() : "the team " + was.name();
        boolean one = all.size() == 1;
        String because = all.getFirst().because();
        return new Lost(
                "task:" + first.id() + ":lost:" + (first.version() + 1) + ":" + was.key(),
                one ? "task:" + first.id() : "tasks",
                (one ? "Task " + first.id() + ", " + first.title() + ", is" : named(all) + " are")
                        + " no longer assigned to " + whose + ": " + assignees.name(by.id(), by.name()) + " assigned "
                        + (one ? "it" : "them") + " to " + target(all) + "."
                        + (because.isBlank() ? "" : " " + because + "."),
                recipients(was));
    }

    private static String named(List<TaskUpdate> all) {
        String numbers = numbers(all);
        return Character.toUpperCase(numbers.charAt(0)) + numbers.substring(1);
    }

    /** Returns several tasks by their numbers, within a sentence. */
    static String numbers(List<TaskUpdate> all) {
        String numbers = String.join(
                ", ",
                all.stream()
                        .limit(NAMED)
                        .map(change -> Long.toString(change.after().id()))
                        .toList());
        return all.size() > NAMED ? all.size() + " tasks, among them " + numbers + "," : "the tasks " + numbers;
    }

    private static String target(List<TaskUpdate> all) {
        List<String> targets = all.stream()
                .map(change -> change.after().standing().assignee())
                .map(assignee -> assignee == null ? "nobody" : assignee.name())
                .distinct()
                .toList();
        return targets.size() == 1 ? targets.getFirst() : "several others";
    }

    private List<Recipient> recipients(Assignee was) {
        Stream<String> people =
                was.kind() == AssigneeKind.PERSON ? Stream.of(was.id()) : assignees.ableMembers(was).stream();
        String reason = was.kind() == AssigneeKind.PERSON
                ? "It is no longer assigned to you."
                : "It is no longer assigned to your team " + was.name() + ".";
        return people.map(person -> Recipient.person(person, reason)).toList();
    }
}
