package org.deviceoffboarding.demotenant.population;

/** What Intune's audit log tells about the end of a device's management. */
public enum Removal {
    NONE(""),
    WIPED("wipe ManagedDevice"),
    RETIRED("retire ManagedDevice"),
    DELETED("Delete ManagedDevice"),
    WIPE_FAILED("wipe ManagedDevice"),
    RETIRED_WITHOUT_DEVICE_ID("retire ManagedDevice"),
    DELETED_LONG_AGO("Delete ManagedDevice"),
    HIDDEN_BY_RULE("Device set to be hidden from admin by Device Cleanup Rule 'Silent for 60 days'");

    private final String activityType;

    Removal(String activityType) {
        this.activityType = activityType;
    }

    String activityType() {
        return activityType;
    }

    boolean failed() {
        return this == WIPE_FAILED;
    }

    boolean namesTheDevice() {
        return this != RETIRED_WITHOUT_DEVICE_ID;
    }
}
