package org.deviceoffboarding.base.ui.list;

import com.vaadin.flow.component.Component;
import org.deviceoffboarding.base.ui.EmptyState;

/** What a list shows that has no rows: to clear the filters where there are any, and otherwise what it means and what to do. */
public final class EmptyList extends EmptyState {

    private static final String NARROWED = "Nothing matches. Clear the search and the filters.";

    private String means;
    private boolean narrowed;

    /**
     * @param what that there is nothing, in a few words
     * @param means what it means where nothing narrows the list, and what to do next
     * @param actions the buttons or links to do it with; may be none
     */
    public EmptyList(String what, String means, Component... actions) {
        super(what, means, actions);
        this.means = means;
    }

    /** Says what fits a list that filters narrow, or one that they do not. */
    void narrowed(boolean so) {
        narrowed = so;
        next(so ? NARROWED : means);
    }

    /** Says something else where nothing narrows the list. */
    public void means(String now) {
        means = now;
        narrowed(narrowed);
    }
}
