package org.deviceoffboarding.person.assignment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How current the assignments are.
 *
 * @param readAt when they were read; null before the first time
 * @param problem why the latest attempt failed, a sentence or two for people; null where it did not
 */
public record AssignmentReading(
        @Nullable Instant readAt, Instant triedAt, @Nullable String problem) {}
