package org.deviceoffboarding.inventory;

import org.deviceoffboarding.base.PageNews;

/**
 * The inventory is another run's copy of the tenant from now on. Published in the transaction that makes it so.
 *
 * @param runId {@link #BY_NONE} where there is none any more
 */
public record InventoryReplaced(long runId) implements PageNews {

    /** No run's: the agent was removed. */
    public static final long BY_NONE = 0;
}
