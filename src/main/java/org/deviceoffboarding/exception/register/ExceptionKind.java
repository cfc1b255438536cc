package org.deviceoffboarding.exception.register;

import org.deviceoffboarding.base.Labelled;

/** What an exception names. */
public enum ExceptionKind implements Labelled {

    /** One Entra device, by its object ID. */
    DEVICE("Device"),

    /** Every device whose name in Entra or Intune fits a {@link NamePattern}. */
    NAME_PATTERN("Name pattern"),

    /** Every device of a person: registered for them in Entra, or with a record of theirs in Intune. */
    USER("User"),

    /** Every device in an Entra group or in a group in it, and every device of a person in it. */
    GROUP("Entra group");

    private final String label;

    ExceptionKind(String label) {
        this.label = label;
    }

    /** Returns whether the tenant has to be asked what it covers. */
    boolean readFromTenant() {
        return this == USER || this == GROUP;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
