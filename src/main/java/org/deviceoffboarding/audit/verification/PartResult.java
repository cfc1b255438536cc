package org.deviceoffboarding.audit.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a part of the log.
 *
 * @param root over all its entries; null where numbers are missing or doubled
 * @param claims the checkpoints within it up to where its numbers are whole, by size
 */
record PartResult(LogPart part, byte @Nullable [] root, List<PartClaim> claims, MisfitTally misfits) {}
