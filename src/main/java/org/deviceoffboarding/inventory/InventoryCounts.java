package org.deviceoffboarding.inventory;

/** How many rows of each source a run has. */
public record InventoryCounts(long entraDevices, long managedDevices, long autopilotIdentities, long removalEvents) {}
