package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.springframework.dao.OptimisticLockingFailureException;

/** A dialog that does one thing with a request. A refusal is said in it, and it stays open with everything typed. */
abstract class RequestDialog extends Dialog {

    private final LongWork work = new LongWork();
    private final RefusalNotice refusal = new RefusalNotice();
    private final FormFields fields = new FormFields();
    private final Button confirm;
    private final long devices;
    private final transient Runnable done;

    /**
     * @param devices how many the request holds
     * @param verb the words on the button that does it
     * @param done called after it was done
     */
    RequestDialog(String title, long devices, String verb, Runnable done) {
        this.devices = devices;
        this.done = done;
        this.confirm = new Button(verb, click -> confirm());
        setHeaderTitle(title);
        setWidth("min(640px, 94vw)");
        refusal.enablesAgain(confirm);
        refusal.standsAt(fields);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        getFooter().add(new Button("Cancel", click -> close()), confirm);
    }

    /** Shows by its colour that the button takes something away. */
    void markDestructive() {
        confirm.addThemeVariants(ButtonVariant.ERROR);
    }

    /** Lets nothing be done: there is nothing to do any more. */
    void disable() {
        confirm.setEnabled(false);
    }

    /** Fills the dialog; called once. */
    void fill(Component... content) {
        Div stack = new Div(content);
        stack.addClassName("stack");
        add(stack, work, refusal);
    }

    /** Has what is refused about the note said at its field. */
    void refuseAt(TextArea note) {
        fields.with(RequestRefusedException.NOTE, note);
    }

    /**
     * Returns what does it with what is typed now, also if the dialog is closed meanwhile. It returns a sentence that says what
     * was done, and throws {@link RequestRefusedException} if it is refused.
     */
    abstract Function<Progress, String> act();

    /** Returns what goes on meanwhile where the request holds very many devices, for the person. */
    String doing() {
        return "Its devices are let go.";
    }

    /** It was done; what was typed for it is kept no longer. */
    void sent() {}

    private void confirm() {
        if (!refusal.fieldsAreValid()) {
            return;
        }
        confirm.setEnabled(false);
        work.carryThrough(doing(), devices, act(), this::done);
    }

    private void done(Supplier<String> acted) {
        confirm.setEnabled(true);
        try {
            String sentence = acted.get();
            sent();
            close();
            Notices.info(sentence);
            done.run();
        } catch (RequestRefusedException e) {
            if (!isOpened()) {
                Notices.problem(e.reason());
            }
            refusal.say(e.reason(), e.about());
        } catch (OptimisticLockingFailureException e) {
            refusal.say("Someone else changed the request meanwhile. Close this to see how it stands.");
        }
    }
}
