package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.H2;

/** A part of a page with a heading of its own, in a card. */
public class Section extends Card {

    public Section(String title, Component... content) {
        addClassName("section");
        setTitle(new H2(title));
        add(content);
    }

    /** Shows something small at the end of the heading's row, such as a link to all. */
    public Section withSuffix(Component suffix) {
        setHeaderSuffix(suffix);
        return this;
    }
}
