package org.deviceoffboarding.evaluation;

/**
 * All devices of a run are judged and confirmed. Published within the transaction that makes its result the one that
 * counts, so that what listeners store belongs to the result: all of it is seen at once, or none.
 */
public record RunJudged(long runId) {}
