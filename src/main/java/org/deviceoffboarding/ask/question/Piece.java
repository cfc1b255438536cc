package org.deviceoffboarding.ask.question;

import org.jspecify.annotations.Nullable;

/**
 * Words of a prompt that were understood.
 *
 * @param start of the first word, in the prompt
 * @param end behind the last one
 * @param words as they stand there
 * @param meaning what they were understood as, in the canonical wording
 * @param condition the part of the question's condition that came of them, which can be taken out of it or be replaced; null
 *     where they say what is wanted, in which order, or how conditions are joined
 */
public record Piece(
        int start,
        int end,
        String words,
        String meaning,
        @Nullable Condition condition) {}
