package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;

/** Says in a dialog why something was refused and what to do; hidden until then. */
public class RefusalNotice extends Div {

    private final List<Button> buttons = new ArrayList<>();

    public RefusalNotice() {
        addClassNames("notice", "notice-bad");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /** Lets a button that is disabled by a click be used again after a refusal. */
    public void enablesAgain(Button button) {
        buttons.add(button);
    }

    public void say(String sentence) {
        setText(sentence);
        setVisible(true);
        buttons.forEach(button -> button.setEnabled(true));
    }

    public void clear() {
        setVisible(false);
    }
}
