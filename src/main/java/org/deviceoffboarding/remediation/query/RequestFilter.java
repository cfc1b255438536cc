package org.deviceoffboarding.remediation.query;

import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which requests to show. What is null or blank does not narrow.
 *
 * @param text part of the reason, the source, or the name of who asked or decided, without regard to case
 * @param open whether something may still happen to their devices
 * @param suggestionId the suggestion that their devices were picked from
 */
public record RequestFilter(
        String text,
        @Nullable Action action,
        @Nullable RequestStatus status,
        @Nullable Boolean open,
        @Nullable Long suggestionId) {

    /** Everything. */
    public static final RequestFilter NONE = new RequestFilter("", null, null, null);

    /** Requests from wherever. */
    public RequestFilter(String text, @Nullable Action action, @Nullable RequestStatus status, @Nullable Boolean open) {
        this(text, action, status, open, null);
    }

    /** Returns those whose devices were picked from a suggestion, and all others about devices in it. */
    public static RequestFilter ofSuggestion(long suggestionId) {
        return new RequestFilter("", null, null, null, suggestionId);
    }
}
