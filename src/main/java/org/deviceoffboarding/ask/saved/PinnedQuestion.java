package org.deviceoffboarding.ask.saved;

import java.util.List;
import java.util.Optional;

/**
 * A named question that a person has on Overview.
 *
 * @param numbers how many devices it found in the newest results, the oldest of them first; empty until it is counted for the
 *     first time
 */
public record PinnedQuestion(NamedQuestion question, List<QuestionNumber> numbers) {

    public PinnedQuestion {
        numbers = List.copyOf(numbers);
    }

    /** Returns the number of the newest result; nothing until it is counted for the first time. */
    public Optional<QuestionNumber> newest() {
        return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.getLast());
    }
}
