package org.deviceoffboarding.evaluation;

import org.deviceoffboarding.base.PageNews;

/**
 * What a run found is no longer shown, and is removed later. Published in the transaction that makes it so.
 *
 * @param runId {@link #ALL} where the agent was removed with all that its runs found
 */
public record ResultForgotten(long runId) implements PageNews {

    /** All runs there are. */
    public static final long ALL = 0;
}
