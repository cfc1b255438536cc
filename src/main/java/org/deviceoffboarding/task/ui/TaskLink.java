package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deviceoffboarding.base.ui.subject.SubjectPage;

/** The links to the pages of tasks. */
final class TaskLink {

    /** Where the list is, and below it the page of each. */
    static final String PATH = "tasks";

    /** Names the comment that a task's page opens at. */
    static final String COMMENT = "comment";

    private static final Pattern ASKED = Pattern.compile("([1-9]\\d{0,17})(?:#comment-([1-9]\\d{0,17}))?");

    private TaskLink() {}

    static Anchor of(long id, String text) {
        return new Anchor(path(id), text);
    }

    static Anchor toAll(String text) {
        return new Anchor(PATH, text);
    }

    /** Returns the page of a task, {@code 42}, or of something that was said about it, {@code 42#comment-7}. */
    static Optional<SubjectPage> page(String id) {
        Matcher asked = ASKED.matcher(id);
        if (!asked.matches()) {
            return Optional.empty();
        }
        String path = PATH + "/" + asked.group(1);
        return Optional.of(new SubjectPage(
                asked.group(2) == null ? path : path + "?" + COMMENT + "=" + asked.group(2), "Task " + asked.group(1)));
    }

    static String path(long id) {
        return PATH + "/" + id;
    }
}
