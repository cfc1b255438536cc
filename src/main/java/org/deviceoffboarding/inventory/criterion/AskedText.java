package org.deviceoffboarding.inventory.criterion;

/** What people name devices by, or name of them. */
public enum AskedText {
    NAME("name", "name_key"),
    USER("user_name", "user_key"),
    SERIAL_NUMBER("serial_number", "serial_key"),
    MANUFACTURER("manufacturer", "lower(manufacturer)"),
    MODEL("model", "lower(model)");

    private final String column;
    private final String key;

    AskedText(String column, String key) {
        this.column = column;
        this.key = key;
    }

    /** Returns the column of listed devices that holds it. */
    public String column() {
        return column;
    }

    /** Returns what tells one from another without regard to case. */
    public String key() {
        return key;
    }
}
