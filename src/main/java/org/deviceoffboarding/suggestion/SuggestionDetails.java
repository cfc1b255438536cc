package org.deviceoffboarding.suggestion;

import java.util.List;

/**
 * A suggestion with what speaks for it.
 *
 * @param factors those that hold for most devices first
 */
public record SuggestionDetails(Suggestion suggestion, List<Factor> factors) {

    public SuggestionDetails {
        factors = List.copyOf(factors);
    }
}
