package org.deviceoffboarding.notification.choice;

/** A person's choices are others than those that they were made from, as by another window of theirs; nothing was stored. */
public class ChoicesChangedException extends RuntimeException {

    private final NoticeChoices now;

    ChoicesChangedException(NoticeChoices now) {
        super("Other choices were saved meanwhile");
        this.now = now;
    }

    /** Returns what holds now. */
    public NoticeChoices now() {
        return now;
    }
}
