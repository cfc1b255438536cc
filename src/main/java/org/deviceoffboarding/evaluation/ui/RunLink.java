package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.html.Anchor;

/** The link to the page of a run. */
public final class RunLink {

    /** Below it is the page of each run. */
    static final String PATH = "runs";

    private RunLink() {}

    /** Returns the link to a run's page, which reads as its number. */
    public static Anchor of(long id) {
        return new Anchor(path(id), "Run " + id);
    }

    /** Returns the address of a run's page. */
    static String path(long id) {
        return PATH + "/" + id;
    }
}
