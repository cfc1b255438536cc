package org.deviceoffboarding.instruction.language;

import java.util.List;

/** A sentence of a text, with its place in it. */
public sealed interface Sentence {

    /** Returns the position of its first character. */
    int start();

    /** Returns the position behind its last character. */
    int end();

    /** It says what the instruction says. */
    record Understood(int start, int end, Instruction instruction) implements Sentence {}

    /**
     * Nothing of it counts.
     *
     * @param text the whole sentence as it stands there
     * @param faultStart where the words in question begin, in the text as a whole
     * @param faultEnd where they end
     * @param reason what is wrong and what to do, for people
     * @param replacements what could stand there instead
     */
    record NotUnderstood(
            int start, int end, String text, int faultStart, int faultEnd, String reason, List<String> replacements)
            implements Sentence {

        public NotUnderstood {
            replacements = List.copyOf(replacements);
        }
    }
}
