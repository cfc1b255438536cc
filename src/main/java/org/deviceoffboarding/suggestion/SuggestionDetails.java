package org.deviceoffboarding.suggestion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion with what speaks for it and what became of it.
 *
 * @param factors those that hold for most devices first
 * @param note what people noted; may be empty
 * @param managedBy who set status or note last; null if nobody has
 * @param check what the next run found; null unless it was completed and there was a next run
 * @param current whether it is of the newest result: only then can it be managed
 */
public record SuggestionDetails(
        Suggestion suggestion,
        List<Factor> factors,
        String note,
        @Nullable String managedBy,
        @Nullable CompletionCheck check,
        boolean current) {

    public SuggestionDetails {
        factors = List.copyOf(factors);
    }

    SuggestionDetails with(List<Factor> other) {
        return new SuggestionDetails(suggestion, other, note, managedBy, check, current);
    }
}
