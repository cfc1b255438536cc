package org.deviceoffboarding.evaluation;

/**
 * What became of looking something up by its name.
 *
 * @param sentences for people: what was found, what is wrong, or why there is no answer
 */
public record Lookup(State state, String sentences) {

    /** Whether there is such a thing. */
    public enum State {
        FOUND,
        /** Entra was asked and answered: a run can't read it. */
        MISSING,
        /** Nobody could be asked, or there was no clear answer. It may be there. */
        UNANSWERED
    }
}
