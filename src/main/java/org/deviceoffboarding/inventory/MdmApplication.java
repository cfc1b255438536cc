package org.deviceoffboarding.inventory;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What manages devices, as Entra names it in {@code mdmAppId}: those whose application ID is the same in every tenant and is
 * published. Others are applications that a tenant added itself, and are called by their number.
 */
public enum MdmApplication {
    INTUNE("0000000a-0000-0000-c000-000000000000", "Microsoft Intune"),
    CONFIGURATION_MANAGER("54b943f8-d761-4f8d-951e-9cea1846db5a", "Configuration Manager"),
    BASIC_MOBILITY("7add3ecd-5b01-452e-b4bf-cdaf9df1d097", "Basic Mobility and Security for Microsoft 365");

    private final String id;
    private final String label;

    MdmApplication(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Returns the application with an ID, in whatever case it is written; nothing if it is none of these. */
    public static Optional<MdmApplication> of(@Nullable String id) {
        String wanted = id == null ? "" : id.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(each -> each.id.equals(wanted)).findFirst();
    }

    /** Returns the application ID, in lower case. */
    public String id() {
        return id;
    }

    /** Returns the name for people. */
    public String label() {
        return label;
    }
}
