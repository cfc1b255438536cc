package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.html.Div;

/** Says in a dialog why something was refused and what to do; hidden until then. */
class AskRefusal extends Div {

    AskRefusal() {
        addClassNames("notice", "notice-bad");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void say(String sentence) {
        setText(sentence);
        setVisible(true);
    }

    void clear() {
        setVisible(false);
    }
}
