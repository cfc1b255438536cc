package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.H2;
import java.util.Locale;

/** A part of a page with a heading of its own, in a card. */
public class Section extends Card {

    public Section(String title, Component... content) {
        addClassName("section");
        H2 heading = new H2(title);
        heading.setId("section-" + title.toLowerCase(Locale.ROOT).replaceAll("\\W+", "-"));
        setTitle(heading);
        getElement().setAttribute("aria-labelledby", heading.getId().orElseThrow());
        add(content);
    }

    /** Shows something small at the end of the heading's row, such as a link to all. */
    public Section withSuffix(Component suffix) {
        setHeaderSuffix(suffix);
        return this;
    }
}
