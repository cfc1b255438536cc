package org.deviceoffboarding.base.jobs;

import java.time.Instant;

/**
 * The database answers again: it was restarted, or could not be reached. Published when that is noticed, within seconds.
 *
 * @param lastSeen when it was last known to answer before
 */
public record DatabaseReturned(Instant lastSeen) {}
