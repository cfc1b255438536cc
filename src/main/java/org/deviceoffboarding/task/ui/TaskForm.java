package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Objects;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.ui.LimitedText;
import org.deviceoffboarding.base.ui.form.DayField;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.form.UnsavedChanges;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskDetails;
import org.deviceoffboarding.task.TaskPriority;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.team.AssigneeService;
import org.deviceoffboarding.task.ui.people.AssigneeField;
import org.jspecify.annotations.Nullable;

/** What people say about a task: what is to be done, by whom, until when. */
class TaskForm extends Div {

    private final TextField title = new TextField("Task");
    private final AssigneeField assignee;
    private final DayField due;
    private final Select<TaskPriority> priority = new Select<>();
    private final TextField ticket = new TextField("Ticket");
    private final TextArea note = new TextArea("Note");
    private final KeptTexts kept;
    private transient TaskDetails details;
    private transient @Nullable Assignee assigned;

    /**
     * @param details as they are now
     * @param assigned whose it is now; null for nobody
     * @param kept keeps what is typed
     */
    TaskForm(TaskDetails details, @Nullable Assignee assigned, AssigneeService assignees, KeptTexts kept, Instant now) {
        this.details = details;
        this.assigned = assigned;
        this.kept = kept;
        this.assignee = new AssigneeField(assignees);
        due = new DayField("Due", Task.today(now), "This day is over. Take today (UTC) or a later one.");
        addClassName("form");
        arrange();
        show();
        kept.keep("title", title);
        kept.keep("ticket", ticket);
        kept.keep("note", note);
        Div more = new Div(assignee, due, priority);
        more.addClassName("form");
        add(kept, title, more, ticket, note);
        UnsavedChanges.of(
                more,
                this::isChosen,
                "What you chose is not saved: who it is for, the due date and the priority. What you typed is kept.");
    }

    private void arrange() {
        title.setMaxLength(TaskDetails.LONGEST_TITLE);
        title.setRequiredIndicatorVisible(true);
        title.setWidthFull();
        due.setClearButtonVisible(true);
        due.setHelperText("To the end of that day (UTC). A task that is still open " + Task.DAYS_UNTIL_EXPIRY
                + " days after that expires.");
        priority.setLabel("Priority");
        priority.setItems(TaskPriority.values());
        priority.setItemLabelGenerator(TaskPriority::label);
        ticket.setMaxLength(TaskDetails.LONGEST_TICKET);
        ticket.setHelperText("Its number in another system, such as INC0012345.");
        note.setWidthFull();
        note.setMinHeight("6em");
        LimitedText.limit(note, TextLimits.NOTE);
    }

    private void show() {
        title.setValue(details.title());
        assignee.show(assigned);
        if (details.dueOn() != null && details.dueOn().isBefore(due.getMin())) {
            due.setMin(details.dueOn()); // what is over already may stay
        }
        due.setValue(details.dueOn());
        priority.setValue(details.priority());
        ticket.setValue(details.ticket() == null ? "" : details.ticket());
        note.setValue(details.note());
    }

    private boolean isChosen() {
        return !assignee.holds(assigned)
                || due.isInvalid()
                || !Objects.equals(due.getValue(), details.dueOn())
                || priority.getValue() != details.priority();
    }

    /** Adds the fields, for errors to stand at. */
    void addTo(FormFields fields) {
        fields.with(TaskRefusedException.TITLE, title)
                .with(TaskRefusedException.ASSIGNEE, assignee)
                .with(TaskRefusedException.DUE, due)
                .with(TaskRefusedException.TICKET, ticket)
                .with(TaskRefusedException.NOTE, note);
    }

    TaskDetails value() {
        return new TaskDetails(
                title.getValue(), priority.getValue(), due.getValue(), note.getValue(), ticket.getValue());
    }

    /** Returns who was picked, see {@link AssigneeField#picked}. */
    @Nullable
    Assignee picked() {
        return assignee.picked();
    }

    /** Goes on from how the task is now: what the person did not touch is as it is now, and what they did stays. */
    void goOnFrom(Task now) {
        TaskDetails theirs = now.details();
        Assignee theirAssignee = now.standing().assignee();
        if (title.getValue().equals(details.title())) {
            title.setValue(theirs.title());
        }
        if (assignee.holds(assigned)) {
            assignee.show(theirAssignee);
        }
        if (Objects.equals(due.getValue(), details.dueOn())) {
            due.setValue(theirs.dueOn());
        }
        if (priority.getValue() == details.priority()) {
            priority.setValue(theirs.priority());
        }
        if (ticket.getValue().equals(details.ticket() == null ? "" : details.ticket())) {
            ticket.setValue(theirs.ticket() == null ? "" : theirs.ticket());
        }
        if (note.getValue().equals(details.note())) {
            note.setValue(theirs.note());
        }
        details = theirs;
        assigned = theirAssignee;
    }

    /** It was saved. */
    void sent() {
        kept.sent();
    }
}
