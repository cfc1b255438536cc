package org.deviceoffboarding.remediation.ui.request;

import com.vaadin.flow.component.html.Anchor;

/** The links to the pages of change requests. */
public final class RequestLink {

    /** Where the list is, and below it the page of each. */
    public static final String PATH = "approvals";

    private RequestLink() {}

    /** Returns the link to a request's page. */
    public static Anchor of(long id, String text) {
        return new Anchor(path(id), text);
    }

    /** Returns the link to the list. */
    public static Anchor toAll(String text) {
        return new Anchor(PATH, text);
    }

    /** Returns the address of a request's page. */
    public static String path(long id) {
        return PATH + "/" + id;
    }
}
