package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deviceoffboarding.audit.ui.AuditLink;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.subject.Subjects;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskSource;
import org.deviceoffboarding.task.TaskStanding;
import org.deviceoffboarding.task.TaskStatus;
import org.deviceoffboarding.task.team.AssigneeService;
import org.deviceoffboarding.task.team.TaskSettingsService;

/** The top of a task's page: what it is, how it stands, what can be done with it. */
class TaskTop extends Composite<Div> {

    private final transient TaskButtons buttons;
    private final transient AssigneeService assignees;
    private final transient TaskSettingsService settings;
    private final transient Subjects subjects;
    private final transient Clock clock;
    private final transient Runnable refresh;

    /** @param refresh brings the page up to date */
    TaskTop(
            TaskButtons buttons,
            AssigneeService assignees,
            TaskSettingsService settings,
            Subjects subjects,
            Clock clock,
            Runnable refresh) {
        this.buttons = buttons;
        this.assignees = assignees;
        this.settings = settings;
        this.subjects = subjects;
        this.clock = clock;
        this.refresh = refresh;
        getContent().addClassName("stack");
    }

    void show(Task task) {
        Instant now = clock.instant();
        Assignee assignee = task.standing().assignee();
        Map<String, String> unable = assignee == null ? Map.of() : assignees.unable(List.of(assignee));
        PageHeader header = new PageHeader(task.title()).withState(TaskLines.states(task, now), number(task));
        buttons.of(task, refresh).forEach(header::withActions);
        getContent().removeAll();
        getContent().add(header);
        String hindrance = buttons.hindrance(task);
        if (!hindrance.isEmpty()) {
            getContent().add(new Paragraph(hindrance));
        }
        if (task.isDone()) {
            Callout done = Callout.attention(
                            "All of its devices are done: disabled, gone, or back in Intune. There is nothing left but to complete the task.")
                    .saidAs("status");
            buttons.complete(task, refresh).ifPresent(done::add);
            getContent().add(done);
        }
        if (task.status() == TaskStatus.NEEDS_APPROVAL) {
            getContent()
                    .add(Callout.attention(
                                    "Its change request waits for approval. Once somebody decided about that, the task goes on by itself.")
                            .saidAs("status"));
        }
        getContent().add(facts(task, unable, now));
    }

    private Section facts(Task task, Map<String, String> unable, Instant now) {
        TaskStanding standing = task.standing();
        Facts facts = new Facts()
                .with("Source", source(task.source()))
                .with("Assigned to", TaskLines.assignee(standing.assignee(), unable))
                .with("Priority", task.details().priority().label())
                .with("Due", due(task, now));
        if (standing.snooze() != null) {
            facts.with("Snoozed because", standing.snooze().reason());
        }
        if (standing.closing() != null) {
            facts.with("Ended", TimeDisplay.span(standing.closing().at(), now));
            if (standing.closing().reason() != null) {
                facts.with("Because", standing.closing().reason());
            }
        }
        if (task.details().ticket() != null) {
            facts.with("Ticket", ticket(task.details().ticket()));
        }
        facts.with("Note", task.details().note())
                .with("Created", TimeDisplay.span(task.createdAt(), now))
                .with("Created by", PersonDisplay.of(task.createdBy()))
                .with("Last updated", TimeDisplay.span(task.updatedAt(), now));
        return new Section("Details", facts).withSuffix(AuditLink.about("task:" + task.id(), "All on record about it"));
    }

    private Component source(TaskSource source) {
        if (source.id() == null) {
            return new Span(source.name());
        }
        return subjects.page(source.kind().name().toLowerCase(Locale.ROOT) + ":" + source.id())
                .<Component>map(page -> new Anchor(page.address(), source.name()))
                .orElseGet(() -> new Span(source.name()));
    }

    private Component ticket(String number) {
        return settings.current()
                .address()
                .of(number)
                .<Component>map(address -> {
                    Anchor link = new Anchor(address, number);
                    link.setTarget(AnchorTarget.BLANK);
                    link.getElement().setAttribute("rel", "noopener noreferrer");
                    return link;
                })
                .orElseGet(() -> new Span(number));
    }

    private static String due(Task task, Instant now) {
        if (task.details().dueOn() == null) {
            return "";
        }
        String day = TimeDisplay.day(task.details().dueOn());
        return task.status().open()
                ? day + " (" + TaskLines.dueIn(task.details().dueOn(), Task.today(now)) + ")"
                : day;
    }

    private static Span number(Task task) {
        Span number = new Span("Task " + task.id());
        number.addClassName("dim");
        return number;
    }
}
