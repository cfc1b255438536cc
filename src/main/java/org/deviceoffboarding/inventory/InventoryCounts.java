package org.deviceoffboarding.inventory;

/** How many objects one copy of the tenant holds. */
public record InventoryCounts(long entraDevices, long managedDevices, long autopilotIdentities, long removalEvents) {}
