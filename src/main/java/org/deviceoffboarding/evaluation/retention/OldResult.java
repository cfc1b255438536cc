package org.deviceoffboarding.evaluation.retention;

import java.time.Instant;

/**
 * What a run found that is older than results would be kept.
 *
 * @param flagged how many devices it flagged
 * @param suggestions how many suggestions that made
 * @param stays whether it is kept all the same: an open request was asked from it, or it is one of the two newest
 */
public record OldResult(long runId, Instant endedAt, int flagged, int suggestions, boolean stays) {}
