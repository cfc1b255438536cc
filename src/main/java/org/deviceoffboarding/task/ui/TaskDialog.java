package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.form.FormFields;
import org.deviceoffboarding.task.TaskChangedException;
import org.deviceoffboarding.task.TaskRefusedException;

/** A dialog that does one thing with tasks. A refusal is said in it, and it stays open with everything typed. */
abstract class TaskDialog extends Dialog {

    private final FormFields fields = new FormFields();
    private final RefusalNotice refusal = new RefusalNotice();
    private final MeanwhileNotice meanwhile = new MeanwhileNotice();
    private final Button confirm;

    /** @param verb the words on the button that does it */
    TaskDialog(String title, String verb) {
        confirm = new Button(verb, click -> confirm());
        setHeaderTitle(title);
        setWidth("min(600px, 94vw)");
        refusal.enablesAgain(confirm);
        refusal.standsAt(fields);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        getFooter().add(new Button("Cancel", click -> close()), confirm);
    }

    /** Fills the dialog; called once. */
    final void fill(Component... content) {
        Div stack = new Div(meanwhile);
        stack.add(content);
        stack.add(refusal);
        stack.addClassName("stack");
        add(stack);
    }

    /** Returns the fields that errors stand at. */
    final FormFields fields() {
        return fields;
    }

    /**
     * Does it, closes the dialog and says what was done.
     *
     * @throws TaskRefusedException if it is refused
     * @throws TaskChangedException if somebody else changed the task meanwhile
     */
    abstract void act();

    /** Goes on from how the task is now, with what was entered. */
    void goOnFrom(TaskChangedException changed) {}

    /** Says why it is refused, where that is found out beside the page. */
    final void refuse(TaskRefusedException e) {
        refusal.say(e.reason(), e.about());
    }

    /** What went on beside the page has ended. */
    final void canActAgain() {
        confirm.setEnabled(true);
    }

    private void confirm() {
        if (!refusal.fieldsAreValid()) {
            return;
        }
        try {
            refusal.clear();
            act();
        } catch (TaskRefusedException e) {
            refuse(e);
        } catch (TaskChangedException e) {
            meanwhile.show(e);
            goOnFrom(e);
            confirm.setEnabled(true);
        }
    }
}
