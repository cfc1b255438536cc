package org.deviceoffboarding.evaluation;

import org.deviceoffboarding.base.PageNews;

/** What a run found is no longer shown, and is removed later. Published in the transaction that makes it so. */
public record ResultForgotten(long runId) implements PageNews {}
