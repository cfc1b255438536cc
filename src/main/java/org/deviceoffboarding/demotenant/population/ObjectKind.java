package org.deviceoffboarding.demotenant.population;

/** What sort of object a device is in Entra. */
public enum ObjectKind {
    ORDINARY("RegisteredDevice"),
    HYBRID("RegisteredDevice"),
    AUTOPILOT("RegisteredDevice"),
    PRINTER("Printer"),
    SECURE_VM("SecureVM"),
    IOT("IoT"),
    SHARED("Shared"),
    TEAMS_PHONE("RegisteredDevice"),
    CLOUD_PC("RegisteredDevice");

    private final String profileType;

    ObjectKind(String profileType) {
        this.profileType = profileType;
    }

    String profileType() {
        return profileType;
    }
}
