package org.deviceoffboarding.inventory;

/** What the inventory is read from. */
public enum InventorySource {
    ENTRA_DEVICES("Entra devices"),
    MANAGED_DEVICES("Managed devices"),
    AUTOPILOT_IDENTITIES("Autopilot identities"),
    REMOVAL_EVENTS("Removal events");

    private final String label;

    InventorySource(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    public String label() {
        return label;
    }

    /** Returns the name within a sentence. */
    public String inText() {
        return switch (this) {
            case ENTRA_DEVICES, AUTOPILOT_IDENTITIES -> label;
            case MANAGED_DEVICES -> "managed devices";
            case REMOVAL_EVENTS -> "removal events";
        };
    }
}
