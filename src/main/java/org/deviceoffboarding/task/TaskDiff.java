package org.deviceoffboarding.task;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.assignee.AssigneeKind;
import org.jspecify.annotations.Nullable;

/** What differs between a task and the same task later, in words. History, audit log and what people are told are made of it. Pure. */
public final class TaskDiff {

    /** So many devices are named at most. */
    public static final int NAMED = 3;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /**
     * One thing that is different.
     *
     * @param was in words for people; empty where there was nothing
     * @param became the same, for what it is since
     */
    public record Difference(TaskField field, String was, String became) {

        /** Returns such as "due from 3 December 2026 to 5 December 2026". */
        public String inSentence() {
            if (field == TaskField.ASSIGNEE) {
                return became.isEmpty()
                        ? "assigned to nobody, after " + said(was)
                        : "assigned to " + said(became) + (was.isEmpty() ? "" : ", after " + said(was));
            }
            if (field == TaskField.SNOOZE) {
                return became.isEmpty()
                        ? "no longer snoozed until " + said(was)
                        : "snoozed until " + said(became) + (was.isEmpty() ? "" : ", before until " + said(was));
            }
            String name = field.label().toLowerCase(Locale.ROOT);
            if (field == TaskField.NOTE) {
                return name;
            }
            if (field == TaskField.DEVICES) {
                return name + " from " + was + " to " + became;
            }
            return name + " from " + said(was) + " to " + said(became);
        }

        private static String said(String value) {
            return value.isEmpty() ? "nothing" : "“" + value + "”";
        }
    }

    private TaskDiff() {}

    /** Returns all that differs, in a fixed order. */
    public static List<Difference> of(Task before, Task after) {
        List<Difference> all = new ArrayList<>();
        add(all, TaskField.STATUS, before.status().label(), after.status().label());
        if (!Assignee.same(before.standing().assignee(), after.standing().assignee())) {
            all.add(new Difference(TaskField.ASSIGNEE, whose(before), whose(after)));
        }
        add(all, TaskField.SNOOZE, snoozed(before), snoozed(after));
        add(
                all,
                TaskField.DUE,
                day(before.details().dueOn()),
                day(after.details().dueOn()));
        add(
                all,
                TaskField.PRIORITY,
                before.details().priority().label(),
                after.details().priority().label());
        add(all, TaskField.TITLE, before.title(), after.title());
        add(all, TaskField.NOTE, before.details().note(), after.details().note());
        add(
                all,
                TaskField.TICKET,
                text(before.details().ticket()),
                text(after.details().ticket()));
        return List.copyOf(all);
    }

    /**
     * Returns what its devices are since, as far as it is told.
     *
     * @param moved those that are something else, or the first of them; more than {@value #NAMED} are not named
     */
    static Difference ofDevices(Task before, Task after, List<TaskDevice> moved) {
        String named = moved.stream()
                .limit(NAMED)
                .map(device -> (device.name().isEmpty() ? "a device without a name" : device.name()) + ": "
                        + device.state().label())
                .collect(Collectors.joining("; "));
        return new Difference(
                TaskField.DEVICES,
                done(before),
                done(after) + " (" + named + (moved.size() > NAMED ? "; and more)" : ")"));
    }

    private static String done(Task task) {
        return task.settled() + " of " + task.devices();
    }

    /** Returns such as "status from “Pending” to “Active”, due from nothing to “3 December 2026”". */
    public static String inSentence(List<Difference> all) {
        return all.stream().map(Difference::inSentence).collect(Collectors.joining(", "));
    }

    /** Returns whose something is within a sentence, such as "Ada" or "the team Service desk". */
    public static String inSentence(Assignee whose) {
        return whose.kind() == AssigneeKind.PERSON ? whose.name() : "the team " + whose.name();
    }

    /** Returns a day for people, empty where there is none. */
    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    private static String whose(Task task) {
        Assignee assignee = task.standing().assignee();
        return assignee == null ? "" : assignee.name();
    }

    private static String snoozed(Task task) {
        TaskStanding.Snooze snooze = task.standing().snooze();
        return snooze == null ? "" : day(snooze.until());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void add(List<Difference> all, TaskField field, String was, String became) {
        if (!was.equals(became)) {
            all.add(new Difference(field, was, became));
        }
    }
}
