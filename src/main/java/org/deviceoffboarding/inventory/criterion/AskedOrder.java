package org.deviceoffboarding.inventory.criterion;

/** What questions rank devices by. Devices of which it is not known come last. */
public enum AskedOrder {
    NAME("name_key", false),
    PLATFORM("platform", false),
    OWNERSHIP("ownership_kind", false),
    JOIN_TYPE("trust_type", true),
    SERIAL_NUMBER("serial_key", true),
    USER("user_key", true),
    MANUFACTURER("makers", true),
    MODEL("models", true),
    VERSION("version_key", true),
    ENABLED("enabled", true),
    COMPLIANCE("compliant", true),
    SIGN_IN("last_sign_in", true),
    SYNC("last_sync", true),
    HEARD("heard_at", true),
    REGISTERED("registered", true),
    ENROLLED("enrolled", true),
    REMOVED("removed_at", true);

    private final String column;
    private final boolean blanks;

    AskedOrder(String column, boolean blanks) {
        this.column = column;
        this.blanks = blanks;
    }

    /** Returns the column of listed devices. */
    public String column() {
        return column;
    }

    /** Returns whether some devices have no value. */
    public boolean blanks() {
        return blanks;
    }
}
