package org.deviceoffboarding.playbook.definition;

/** A change of a playbook, or of a checklist, that cannot be made. The message is a sentence for people. */
public class PlaybookRefusedException extends RuntimeException {

    private final String about;

    /** @param sentence for people: what was refused, and why */
    public PlaybookRefusedException(String sentence) {
        this(sentence, "");
    }

    /** @param about a part of a step, see {@link StepEdit.Part}; empty where it is about none */
    PlaybookRefusedException(String sentence, String about) {
        super(sentence);
        this.about = about;
    }

    /** Returns the part of a step that it is about, see {@link StepEdit.Part}; empty where it is about none. */
    public String about() {
        return about;
    }

    /** Returns the sentence for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
