package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.assignee.AssigneeKind;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskDevice;
import org.deviceoffboarding.task.TaskPriority;
import org.deviceoffboarding.task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** How a task looks in tables and at the top of its page. */
final class TaskLines {

    private TaskLines() {}

    /** Returns its title, linked to its page, with what it was added from below. */
    static Component what(Task task) {
        Span number = new Span("Task " + task.id() + " · " + Amounts.devices(task.devices()));
        number.addClassName("dim");
        Span more = new Span(task.source().name());
        more.addClassNames("dim", "second-line");
        Div lines = new Div(TaskLink.of(task.id(), task.title()), number, more);
        lines.addClassName("two-lines");
        return lines;
    }

    /** Returns where it stands, and what is special about that. */
    static Component states(Task task, Instant now) {
        Div states = new Div(status(task));
        if (task.standing().snooze() != null) {
            states.add(Pill.neutral(
                    "Snoozed until " + TimeDisplay.day(task.standing().snooze().until())));
        }
        if (isOverdue(task, Task.today(now))) {
            states.add(Pill.bad("Overdue"));
        }
        if (task.details().priority().compareTo(TaskPriority.NORMAL) > 0) {
            states.add(Pill.attention(task.details().priority().label()));
        }
        if (task.isDone()) {
            states.add(Pill.good("Devices all done"));
        }
        states.addClassName("pills");
        return states;
    }

    static Component status(Task task) {
        TaskStatus status = task.status();
        return switch (status) {
            case ACTIVE -> Pill.progress(status.label());
            case NEEDS_APPROVAL -> Pill.attention(status.label());
            case COMPLETED -> Pill.good(status.label());
            case PENDING, REJECTED, EXPIRED -> Pill.neutral(status.label());
        };
    }

    /** Returns a person under the name of now, a team under its own. */
    static String name(Assignee assignee) {
        return assignee.kind() == AssigneeKind.PERSON
                ? PersonDisplay.name(new Actor(assignee.id(), assignee.name()))
                : assignee.name();
    }

    /** @param unable why people and teams can do nothing any more, by ID */
    static Component assignee(@Nullable Assignee assignee, Map<String, String> unable) {
        if (assignee == null) {
            Span nobody = new Span("nobody");
            nobody.addClassName("dim");
            return nobody;
        }
        Component shown = assignee.kind() == AssigneeKind.PERSON
                ? PersonDisplay.of(new Actor(assignee.id(), assignee.name()))
                : new Span(assignee.name());
        String why = unable.getOrDefault(assignee.id(), "");
        if (why.isEmpty()) {
            return shown;
        }
        Div both = new Div(shown, Pill.bad(why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1)));
        both.addClassName("pills");
        return both;
    }

    /** Returns how many days are left, with the day in the tooltip; empty where it has no last day, or has ended. */
    static Span due(Task task, Instant now) {
        LocalDate due = task.details().dueOn();
        if (due == null || !task.status().open()) {
            return new Span();
        }
        Span left = new Span(dueIn(due, Task.today(now)));
        left.setTitle(TimeDisplay.day(due) + " (UTC)");
        return left;
    }

    static String dueIn(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        if (days < 0) {
            return Amounts.count(-days, "day", "days") + " over";
        }
        return days == 0 ? "today" : days == 1 ? "tomorrow" : Amounts.number(days) + " days";
    }

    static Component device(TaskDevice.State state) {
        return switch (state) {
            case THERE -> Pill.bad(state.label());
            case DISABLED, GONE -> Pill.good(state.label());
            case BACK -> Pill.attention(state.label());
            case NOT_KNOWN -> Pill.neutral(state.label());
        };
    }

    static boolean isOverdue(Task task, LocalDate today) {
        LocalDate due = task.details().dueOn();
        return due != null && task.status().open() && due.isBefore(today);
    }
}
