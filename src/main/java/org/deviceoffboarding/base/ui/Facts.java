package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.jspecify.annotations.Nullable;

/** Names and values below each other, as a description list. */
public class Facts extends DescriptionList {

    public Facts() {
        addClassName("facts");
    }

    /** Adds a value of whatever length; null or blank is shown as a dash. */
    public Facts with(String name, @Nullable String value) {
        return with(
                name,
                value == null || value.isBlank() ? nothing() : new LongText(value, name.toLowerCase(Locale.ROOT)));
    }

    public Facts with(String name, Component value) {
        add(new Term(name), new Description(value));
        return this;
    }

    private static Span nothing() {
        Span dash = new Span("–");
        dash.addClassName("dim");
        dash.getElement().setAttribute("aria-label", "not known");
        dash.getElement().setAttribute("role", "img");
        return dash;
    }
}
