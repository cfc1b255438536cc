package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.time.LocalDate;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.ui.LimitedText;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.form.DayField;
import org.deviceoffboarding.base.ui.keyboard.Focus;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskChangedException;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.work.TaskWorkService;

/** Puts a task off until a day, once the person has said why. */
class SnoozeTaskDialog extends TaskDialog {

    private static final int USUAL_DAYS = 7;

    private final DayField until;
    private final TextArea reason = new TextArea("Why?");
    private final KeptTexts kept;
    private final transient TaskWorkService work;
    private final transient Runnable done;
    private transient Task seen;

    SnoozeTaskDialog(Task seen, TaskWorkService work, KeptTexts kept, Instant now, Runnable done) {
        super("Snooze task " + seen.id() + "?", "Snooze");
        this.seen = seen;
        this.work = work;
        this.kept = kept;
        this.done = done;
        LocalDate today = Task.today(now);
        until = new DayField("Until", today.plusDays(1), "Take a day after today (UTC).");
        until.require("Take the day on which it should come back.");
        until.setValue(today.plusDays(USUAL_DAYS));
        until.addValueChangeListener(day -> sayWhatIsDueBefore());
        sayWhatIsDueBefore();
        LimitedText.require(reason, TextLimits.REASON, "Say why it is put off, so that others know.");
        reason.setWidthFull();
        kept.keep("reason", reason);
        fields().with(TaskRefusedException.UNTIL, until).with(TaskRefusedException.REASON, reason);
        fill(
                new Paragraph(
                        "It waits until that day (UTC), or until one of its devices changes, and then comes back to whose it is."),
                until,
                kept,
                reason);
    }

    private void sayWhatIsDueBefore() {
        LocalDate due = seen.details().dueOn();
        LocalDate day = until.getValue();
        until.setHelperText(
                due != null && day != null && day.isAfter(due)
                        ? "The task is due before that, on " + TimeDisplay.day(due) + ": it will be overdue."
                        : null);
    }

    @Override
    void act() {
        work.snooze(seen, until.getValue(), reason.getValue());
        kept.sent();
        close();
        Focus.onHeading();
        Notices.info("Snoozed until " + TimeDisplay.day(until.getValue()));
        done.run();
    }

    @Override
    void goOnFrom(TaskChangedException changed) {
        seen = changed.now();
        sayWhatIsDueBefore();
    }
}
