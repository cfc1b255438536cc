package org.deviceoffboarding.audit.refused;

import java.time.Instant;

/**
 * A row of the log that is never sealed.
 *
 * @param id its row
 * @param at when it says to have been recorded
 */
public record RefusedEntry(long id, Instant at) {}
