package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.html.Anchor;

/** The links to the pages of tasks. */
final class TaskLink {

    /** Where the list is, and below it the page of each. */
    static final String PATH = "tasks";

    private TaskLink() {}

    static Anchor of(long id, String text) {
        return new Anchor(path(id), text);
    }

    static Anchor toAll(String text) {
        return new Anchor(PATH, text);
    }

    static String path(long id) {
        return PATH + "/" + id;
    }
}
