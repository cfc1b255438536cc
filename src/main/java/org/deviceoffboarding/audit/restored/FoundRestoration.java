package org.deviceoffboarding.audit.restored;

import java.time.Instant;

/**
 * A database that was found to be older than its log, as it is stored.
 *
 * @param foundAt in whole microseconds
 * @param outside the newest checkpoint outside, as it is signed
 */
record FoundRestoration(long id, Instant foundAt, long sizeInside, String outside) {}
