package org.deviceoffboarding.agent.setup;

import java.time.Instant;

/**
 * A finding as it is kept.
 *
 * @param checkedAt when it was last looked for
 * @param changedAt since when it is as it is
 */
record KnownReadiness(ReadinessFinding finding, Instant checkedAt, Instant changedAt) {}
