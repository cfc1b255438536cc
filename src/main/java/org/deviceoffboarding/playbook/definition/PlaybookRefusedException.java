package org.deviceoffboarding.playbook.definition;

/** A change of a playbook, or of a checklist, that cannot be made. The message is a sentence for people. */
public class PlaybookRefusedException extends RuntimeException {

    /** @param sentence for people: what was refused, and why */
    public PlaybookRefusedException(String sentence) {
        super(sentence);
    }

    /** Returns the sentence for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
