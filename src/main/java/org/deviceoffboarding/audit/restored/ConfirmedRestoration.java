package org.deviceoffboarding.audit.restored;

import java.time.Instant;

/**
 * A database that was found to be older than its log, and confirmed by an owner.
 *
 * @param by the owner's name as it was
 */
public record ConfirmedRestoration(long sizeInside, Instant foundAt, Instant confirmedAt, String by) {}
