package org.deviceoffboarding.inventory;

/** What the inventory is read from. */
public enum InventorySource {
    ENTRA_DEVICES,
    MANAGED_DEVICES,
    AUTOPILOT_IDENTITIES,
    REMOVAL_EVENTS
}
