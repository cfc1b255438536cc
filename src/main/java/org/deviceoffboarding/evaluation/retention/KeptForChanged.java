package org.deviceoffboarding.evaluation.retention;

import org.deviceoffboarding.base.PageNews;

/** Results are kept for another time from now on. Published in the transaction that makes it so. */
public record KeptForChanged() implements PageNews {}
