package org.deviceoffboarding.evaluation.schedule;

import org.deviceoffboarding.base.PageNews;

/** The schedule was changed, or a time of it came, failed or was done. Published in the transaction that stores it. */
public record ScheduleMoved() implements PageNews {}
