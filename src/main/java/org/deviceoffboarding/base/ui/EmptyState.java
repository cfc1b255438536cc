package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What a table or page shows that has nothing to show: what that means, and what to do next. */
public class EmptyState extends Div {

    private final Paragraph next = new Paragraph();

    /**
     * @param what that there is nothing, in a few words
     * @param next what to do next, a sentence
     * @param actions the buttons or links to do it with; may be none
     */
    public EmptyState(String what, String next, Component... actions) {
        this(new Span(what), next, actions);
    }

    private EmptyState(HtmlComponent title, String next, Component... actions) {
        addClassName("empty-state");
        title.addClassName("empty-state-title");
        this.next.setText(next);
        add(title, this.next);
        add(actions);
    }

    /** Says something else about what to do next. */
    protected final void next(String next) {
        this.next.setText(next);
    }

    /** Returns one that is all that a page shows, so that its words are the page's title. */
    public static EmptyState ofPage(String what, String next, Component... actions) {
        H1 title = new H1(what);
        title.setId(PageHeader.TITLE_ID);
        return new EmptyState(title, next, actions);
    }
}
