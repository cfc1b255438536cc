package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A sentence that nobody should overlook, in a box of its own. */
class Notice extends Div {

    private Notice(String look, String sentence) {
        super(new Span(sentence));
        addClassNames("notice", look);
    }

    /** What stands in the way. */
    static Notice bad(String sentence) {
        return new Notice("notice-bad", sentence);
    }

    /** What to think about first. */
    static Notice attention(String sentence) {
        return new Notice("notice-attention", sentence);
    }

    /** Lets a screen reader say it when it appears: {@code alert} at once, {@code status} when it has time. */
    Notice saidAs(String role) {
        getElement().setAttribute("role", role);
        return this;
    }
}
