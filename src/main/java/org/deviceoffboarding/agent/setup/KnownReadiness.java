package org.deviceoffboarding.agent.setup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is kept.
 *
 * @param definite the last state but for {@link ReadinessState#UNKNOWN}; null where it never was anything else
 * @param checkedAt when it was last looked for
 * @param changedAt since when it is as it is
 */
record KnownReadiness(
        ReadinessFinding finding, @Nullable ReadinessState definite, Instant checkedAt, Instant changedAt) {}
