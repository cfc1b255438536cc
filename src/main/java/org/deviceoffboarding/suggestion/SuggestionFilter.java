package org.deviceoffboarding.suggestion;

import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;

/**
 * Which suggestions to show. What is null or blank does not narrow.
 *
 * @param text part of the title, the detail or the assignee, without regard to case
 */
public record SuggestionFilter(
        String text,
        @Nullable Situation situation,
        @Nullable Platform platform,
        @Nullable Ownership ownership,
        @Nullable SuggestionStatus status) {

    /** Everything. */
    public static final SuggestionFilter NONE = new SuggestionFilter("", null, null, null, null);
}
