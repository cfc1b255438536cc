package org.deviceoffboarding.evaluation;

import java.util.UUID;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;

/**
 * A device that a run flagged, by its ID alone: for lists of very many.
 *
 * @param change what the portal did to it since; null if nothing
 */
public record FoundDevice(UUID objectId, VerifiedChange.@Nullable Kind change) {}
