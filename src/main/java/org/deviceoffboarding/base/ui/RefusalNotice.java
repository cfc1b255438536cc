package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.base.ui.form.FormFields;

/** Says in a dialog why something was refused and what to do: at the field that it is about, else here; hidden until then. */
public class RefusalNotice extends Div {

    private final List<Button> buttons = new ArrayList<>();
    private FormFields fields = new FormFields();

    public RefusalNotice() {
        addClassNames("notice", "notice-bad");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /** Lets a button that is disabled by a click be used again after a refusal. */
    public void enablesAgain(Button button) {
        buttons.add(button);
    }

    /** Says what is about a field at that from now on. */
    public void standsAt(FormFields fields) {
        this.fields = fields;
    }

    /** Returns whether the fields hold something usable; else that stands at them, and the button can be used again. */
    public boolean fieldsAreValid() {
        boolean valid = fields.areValid();
        if (!valid) {
            clear();
            enableButtons();
        }
        return valid;
    }

    /** @param about the name of the field that it is about; empty where it is about none */
    public void say(String sentence, String about) {
        if (fields.say(about, sentence)) {
            clear();
            enableButtons();
        } else {
            say(sentence);
        }
    }

    public void say(String sentence) {
        setText(sentence);
        setVisible(true);
        enableButtons();
    }

    public void clear() {
        setVisible(false);
    }

    private void enableButtons() {
        buttons.forEach(button -> button.setEnabled(true));
    }
}
