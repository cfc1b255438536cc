package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;

/** The top of a page: its title, what state the thing shown is in, and the one or two things to do. */
public class PageHeader extends Header {

    /** The title names the page's landmark. */
    public static final String TITLE_ID = "page-title";

    private final Div beside = new Div();
    private final Div actions = new Div();

    public PageHeader(String title) {
        addClassName("page-header");
        beside.addClassName("page-header-state");
        actions.addClassName("page-header-actions");
        H1 heading = new H1(title);
        heading.setId(TITLE_ID);
        add(heading, beside, actions);
    }

    /** Shows states beside the title. */
    public PageHeader withState(Component... states) {
        beside.add(states);
        return this;
    }

    /** Shows actions at the end of the row, the primary one last. */
    public PageHeader withActions(Component... components) {
        actions.add(components);
        return this;
    }
}
