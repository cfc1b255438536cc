package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A sentence that nobody should overlook, in a box of its own. */
public class Callout extends Div {

    private Callout(String look, String sentence) {
        super(new Span(sentence));
        addClassNames("notice", look);
    }

    /** What stands in the way. */
    public static Callout bad(String sentence) {
        return new Callout("notice-bad", sentence);
    }

    /** What to think about first. */
    public static Callout attention(String sentence) {
        return new Callout("notice-attention", sentence);
    }

    /** Lets a screen reader say it when it appears: {@code alert} at once, {@code status} when it has time. */
    public Callout saidAs(String role) {
        getElement().setAttribute("role", role);
        return this;
    }
}
