package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import org.deviceoffboarding.ask.saved.QuestionChangedException;
import org.deviceoffboarding.ask.saved.QuestionRefusedException;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.form.FormFields;

/** Changes something about a question. What is refused is said in it, and it stays open. */
abstract class QuestionDialog extends Dialog {

    private final FormFields fields = new FormFields();
    private final RefusalNotice refusal = new RefusalNotice();
    private final Button confirm;

    /** @param action what the button that does it says */
    QuestionDialog(String title, String action) {
        super(title);
        setWidth("min(520px, 94vw)");
        refusal.standsAt(fields);
        confirm = new Button(action, click -> confirm());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        refusal.enablesAgain(confirm);
        getFooter().add(new Button("Cancel", click -> close()), confirm);
    }

    /** Does it, with what is in the fields; may be refused. */
    abstract void act();

    /** Returns the fields, to name those that refusals are about. */
    final FormFields fields() {
        return fields;
    }

    /** Shows what the dialog consists of. */
    final void fill(Component... content) {
        Div form = new Div(content);
        form.add(refusal);
        form.addClassName("form");
        add(form);
    }

    /** Says that what is in the fields cannot be done. */
    final void refuse(String sentence, String about) {
        refusal.say(sentence, about);
    }

    /** Lets the action look dangerous, since it takes something away. */
    final void takesAway() {
        confirm.addThemeVariants(ButtonVariant.ERROR);
    }

    private void confirm() {
        if (!refusal.fieldsAreValid()) {
            return;
        }
        try {
            act();
        } catch (QuestionRefusedException e) {
            refusal.say(String.valueOf(e.getMessage()), e.about());
        } catch (QuestionChangedException e) {
            refusal.say(String.valueOf(e.getMessage()));
        }
    }
}
