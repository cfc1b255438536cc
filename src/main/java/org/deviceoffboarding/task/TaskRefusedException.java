package org.deviceoffboarding.task;

import org.jspecify.annotations.Nullable;

/** A task cannot be added or changed as asked; nothing was. Its message is for people: what is wrong, and what to do. */
public class TaskRefusedException extends RuntimeException {

    public static final String TITLE = "title";
    public static final String ASSIGNEE = "assignee";
    public static final String DUE = "due";
    public static final String NOTE = "note";
    public static final String TICKET = "ticket";
    public static final String REASON = "reason";
    public static final String UNTIL = "until";
    public static final String COMMENT = "comment";
    public static final String NAME = "name";
    public static final String ADDRESS = "address";

    private final String about;

    public TaskRefusedException(String sentence) {
        this(sentence, "");
    }

    /** @param about what of that which was entered it is about, one of the constants */
    public TaskRefusedException(String sentence, String about) {
        super(sentence);
        this.about = about;
    }

    static TaskRefusedException standsElsewhere(@Nullable TaskStatus present) {
        if (present == TaskStatus.NEEDS_APPROVAL) {
            return new TaskRefusedException(
                    "The task waits for the approval of its change request, and only that changes its status.");
        }
        return new TaskRefusedException(
                present == null
                        ? "There is no such task."
                        : "It is too late for that: the task is '" + present.label()
                                + "' by now. The page shows how it stands.");
    }

    /** Returns what of that which was entered it is about; empty where it is about none of it. */
    public String about() {
        return about;
    }

    /** Returns what is wrong and what to do, for people. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
