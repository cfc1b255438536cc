package org.deviceoffboarding.demotenant.population;

/** An operating system as Entra and Intune each spell it. */
public enum OperatingSystem {
    WINDOWS("Windows", "Windows"),
    IPHONE("iOS", "iOS"),
    /** Enrolled by its owner through Company Portal, which spells it so. */
    OWN_IPHONE("IPhone", "iOS"),
    IPAD("IPad", "iPadOS"),
    MACOS("macOS", "macOS"),
    MAC_MDM("MacMDM", "macOS"),
    ANDROID_WORK("AndroidForWork", "Android"),
    ANDROID_ENTERPRISE("AndroidEnterprise", "Android"),
    LINUX("Linux", "Linux"),
    NONE("Unknown", "Unknown");

    private final String inEntra;
    private final String inIntune;

    OperatingSystem(String inEntra, String inIntune) {
        this.inEntra = inEntra;
        this.inIntune = inIntune;
    }

    String inEntra() {
        return inEntra;
    }

    /** Returns how devices are named for it, which is how its maker spells it. */
    String inNames() {
        return switch (this) {
            case OWN_IPHONE -> "iPhone";
            case IPAD -> "iPad";
            default -> inEntra;
        };
    }

    String inIntune() {
        return inIntune;
    }

    boolean isApple() {
        return isMac() || this == IPHONE || this == OWN_IPHONE || this == IPAD;
    }

    boolean isMac() {
        return this == MACOS || this == MAC_MDM;
    }

    boolean isAndroid() {
        return this == ANDROID_WORK || this == ANDROID_ENTERPRISE;
    }

    boolean isPhone() {
        return isAndroid() || this == IPHONE || this == OWN_IPHONE;
    }
}
