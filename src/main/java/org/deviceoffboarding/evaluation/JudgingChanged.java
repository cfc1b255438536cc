package org.deviceoffboarding.evaluation;

import org.deviceoffboarding.base.PageNews;

/**
 * Thresholds, instructions or exceptions are others from now on, so that what waits may be judged in another way. Published in
 * the transaction that makes it so.
 */
public record JudgingChanged() implements PageNews {}
