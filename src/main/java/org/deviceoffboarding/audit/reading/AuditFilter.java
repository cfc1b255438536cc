package org.deviceoffboarding.audit.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which audit entries to show. What is null or blank does not narrow.
 *
 * @param text part of the summary, the subject or the person's name, as recorded or as it is now, without regard to case
 * @param actor a person's ID
 * @param action an action's name, exactly
 * @param from the earliest time, inclusive
 * @param until the latest time, exclusive
 */
public record AuditFilter(
        String text,
        @Nullable String actor,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Everything. */
    public static final AuditFilter NONE = new AuditFilter("", null, null, null, null);
}
