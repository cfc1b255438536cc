package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.ui.LimitedText;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.keyboard.Focus;
import org.deviceoffboarding.person.draft.ui.KeptTexts;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskChangedException;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.work.TaskWorkService;

/** Says that a task will not be done, once the person has said why. */
class RejectTaskDialog extends TaskDialog {

    private final TextArea reason = new TextArea("Why will it not be done?");
    private final KeptTexts kept;
    private final transient TaskWorkService work;
    private final transient Runnable done;
    private transient Task seen;

    RejectTaskDialog(Task seen, TaskWorkService work, KeptTexts kept, Runnable done) {
        super("Reject task " + seen.id() + "?", "Reject task");
        this.seen = seen;
        this.kept = kept;
        this.work = work;
        this.done = done;
        LimitedText.require(reason, TextLimits.REASON, "Say why, so that who added it knows.");
        reason.setWidthFull();
        kept.keep("reason", reason);
        fields().with(TaskRefusedException.REASON, reason);
        fill(
                new Paragraph(
                        "The task ends as rejected, with your name and your reason. Its devices stay as they are, and it can be"
                                + " opened again."),
                kept,
                reason);
    }

    @Override
    void act() {
        work.reject(seen, reason.getValue());
        kept.sent();
        close();
        Focus.onHeading();
        Notices.info("Task rejected");
        done.run();
    }

    @Override
    void goOnFrom(TaskChangedException changed) {
        seen = changed.now();
    }
}
