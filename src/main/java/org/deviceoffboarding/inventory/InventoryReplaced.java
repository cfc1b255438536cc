package org.deviceoffboarding.inventory;

import org.deviceoffboarding.base.PageNews;

/** The inventory is another run's copy of the tenant from now on. Published in the transaction that makes it so. */
public record InventoryReplaced(long runId) implements PageNews {}
