package org.deviceoffboarding.ask.question;

import java.util.List;

/**
 * Words of a prompt that were not understood.
 *
 * @param start of the first word, in the prompt
 * @param end behind the last one
 * @param words as they stand there
 * @param reason why, in a sentence for people
 * @param replacements what could stand there instead, the likeliest first
 */
public record Missed(int start, int end, String words, String reason, List<String> replacements) {

    public Missed {
        replacements = List.copyOf(replacements);
    }
}
