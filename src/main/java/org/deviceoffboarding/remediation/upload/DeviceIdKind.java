package org.deviceoffboarding.remediation.upload;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of a device's three IDs one is. */
enum DeviceIdKind {

    /** Of the object in Entra. */
    ENTRA_OBJECT("Entra object ID"),

    /** What the device calls itself in Entra. */
    ENTRA_DEVICE("Entra device ID"),

    /** Of the record in Intune. */
    INTUNE("Intune ID");

    static final Set<DeviceIdKind> ANY = Set.copyOf(EnumSet.allOf(DeviceIdKind.class));

    private final String label;

    DeviceIdKind(String label) {
        this.label = label;
    }

    /** Returns the name for people of what is one of these kinds. */
    static String label(Set<DeviceIdKind> kinds) {
        return kinds.size() == values().length
                ? "ID"
                : kinds.stream().sorted().map(kind -> kind.label).collect(Collectors.joining(" or "));
    }
}
