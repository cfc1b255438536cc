package org.deviceoffboarding.ask.question;

import org.jspecify.annotations.Nullable;

/** Turns a person's words into a question; never into an answer. */
@FunctionalInterface
public interface Interpreter {

    /** How long a prompt may be. */
    int LONGEST = 2_000;

    /**
     * Interprets a prompt. Never fails: what is not understood is said. A question's canonical wording is understood as that
     * question, whole.
     *
     * @param before the question that was asked before, which a prompt such as "only the Macs" narrows; null where there is none
     */
    Understanding interpret(String prompt, @Nullable Question before);
}
