package org.deviceoffboarding.audit.seal;

import java.time.Instant;

/**
 * A row of the log that is never sealed, since its hash is not that of what it says: somebody other than the portal stored it, or changed
 * it before it was sealed.
 *
 * @param id its row
 * @param at when it says to have been recorded
 * @param refusedAt when it was to be sealed
 */
public record RefusedEntry(long id, Instant at, Instant refusedAt) {}
