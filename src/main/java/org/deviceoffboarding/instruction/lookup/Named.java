package org.deviceoffboarding.instruction.lookup;

import java.util.List;

/**
 * What became of looking up something that an instruction names.
 *
 * @param sentences what was found, or what is wrong and what to do, for people
 * @param unknown all that is known nowhere, where the sentences name the first of many
 */
public record Named(State state, String sentences, List<String> unknown) {

    /** Something of which the sentences name everything. */
    public Named(State state, String sentences) {
        this(state, sentences, List.of());
    }

    /** What it means for the instruction. */
    public enum State {
        /** It is there. */
        FOUND,
        /** It is known nowhere. The instruction can be followed, and fits nothing by that name. */
        KNOWN_NOWHERE,
        /** A run can't read it, and would fail. */
        UNREADABLE,
        /** It could not be looked up now; a run looks itself. */
        UNANSWERED
    }
}
