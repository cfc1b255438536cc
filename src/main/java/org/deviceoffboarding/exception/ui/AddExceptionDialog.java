package org.deviceoffboarding.exception.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Supplier;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.exception.register.ExceptionReach;
import org.deviceoffboarding.exception.register.ExceptionReachChangedException;
import org.deviceoffboarding.exception.register.ExceptionRefusedException;
import org.deviceoffboarding.exception.register.ExceptionTarget;
import org.deviceoffboarding.exception.register.NewException;
import org.deviceoffboarding.exception.register.ReviewedExceptionService;
import org.jspecify.annotations.Nullable;

/**
 * Makes exceptions, once the person was shown what they leave out. What is refused is said in the dialog, which stays open with
 * everything typed.
 */
class AddExceptionDialog extends Dialog {

    static final String LOOK = "Show what it leaves out";

    private final TargetField targets;
    private final ExceptionForm form;
    private final transient ReviewedExceptionService exceptions;
    private final transient Runnable done;
    private final ReachSection reach = new ReachSection();
    private final LongWork work = new LongWork();
    private final RefusalNotice refusal = new RefusalNotice();
    private final Button next = new Button(LOOK, click -> next());
    private transient @Nullable ExceptionReach seen;

    AddExceptionDialog(TargetField targets, ExceptionForm form, ReviewedExceptionService exceptions, Runnable done) {
        this.targets = targets;
        this.form = form;
        this.exceptions = exceptions;
        this.done = done;
        setHeaderTitle(targets.title());
        setWidth("560px");
        add(
                targets,
                form,
                new Paragraph(
                        "It holds at once for requests that wait: nothing is sent for the devices. From the next run on they are left out, and the run says so. Nothing is changed in Entra or Intune."),
                work,
                reach,
                refusal);
        next.addThemeVariants(ButtonVariant.PRIMARY);
        next.setDisableOnClick(true);
        getFooter().add(new Button("Cancel", click -> close()), next);
        refusal.enablesAgain(next);
        FormFields fields = new FormFields();
        targets.addTo(fields);
        form.addTo(fields);
        refusal.standsAt(fields);
        targets.onChange(this::lookAgain);
        if (targets.named()) {
            lookAtOnce();
        }
    }

    private void lookAtOnce() {
        try {
            look(targets.targets());
        } catch (ExceptionRefusedException e) {
            refusal.say(e.reason(), e.about());
        }
    }

    private void next() {
        if (!refusal.fieldsAreValid()) {
            return;
        }
        try {
            List<ExceptionTarget> wanted = targets.targets();
            ExceptionReach shown = seen;
            if (wanted.isEmpty()) {
                refusal.say("Each of these devices has an exception already.");
            } else if (shown == null) {
                refusal.clear();
                look(wanted);
            } else {
                make(wanted, shown);
            }
        } catch (ExceptionRefusedException e) {
            refusal.say(e.reason(), e.about());
        }
    }

    private void look(List<ExceptionTarget> wanted) {
        work.find(
                "What it leaves out is looked for.",
                exceptions.looksAt(wanted),
                progress -> exceptions.reach(wanted, progress),
                found -> {
                    next.setEnabled(true);
                    show(found.get());
                });
        next.setEnabled(!work.goesOn());
    }

    private void make(List<ExceptionTarget> wanted, ExceptionReach shown) {
        List<NewException> all = wanted.stream().map(form::value).toList();
        work.carryThrough(
                "What is left out is looked at again, then "
                        + Amounts.count(all.size(), "exception is", "exceptions are") + " made.",
                exceptions.looksAt(wanted),
                progress -> exceptions.add(all, shown, progress).size(),
                this::made);
        next.setEnabled(!work.goesOn());
    }

    private void made(Supplier<Integer> made) {
        next.setEnabled(true);
        try {
            int exceptionsMade = made.get();
            form.sent();
            close();
            Notices.info(exceptionsMade == 1 ? "Exception made" : Amounts.number(exceptionsMade) + " exceptions made");
            done.run();
        } catch (ExceptionReachChangedException e) {
            show(e.now());
            refuse(e);
        } catch (ExceptionRefusedException e) {
            refuse(e);
        }
    }

    private void refuse(ExceptionRefusedException refused) {
        if (!isOpened()) {
            Notices.problem(refused.reason());
        }
        refusal.say(refused.reason(), refused.about());
    }

    private void show(ExceptionReach now) {
        seen = now;
        reach.show(now);
        next.setText(targets.verb());
        next.setEnabled(true);
    }

    /** What was shown is not what would be made any more. */
    private void lookAgain() {
        seen = null;
        reach.clear();
        refusal.clear();
        next.setText(LOOK);
        next.setEnabled(true);
    }
}
