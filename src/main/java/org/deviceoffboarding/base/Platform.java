package org.deviceoffboarding.base;

import org.jspecify.annotations.Nullable;

/** The operating systems that the portal tells apart. */
public enum Platform implements Labelled {
    WINDOWS("Windows"),
    IOS("iOS/iPadOS"),
    MACOS("macOS"),
    ANDROID("Android"),
    LINUX("Linux"),
    OTHER("Other");

    private final String label;

    Platform(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }

    /** Returns the platform that Entra or Intune mean; both spell in many ways, such as "MacMDM", "IPhone", "AndroidForWork". */
    public static Platform of(@Nullable String operatingSystem) {
        String name = operatingSystem == null ? "" : operatingSystem.strip();
        if (begins(name, "windows")) {
            return WINDOWS;
        }
        if (begins(name, "mac") || begins(name, "os x")) {
            return MACOS;
        }
        if (begins(name, "ios") || begins(name, "ipad") || begins(name, "iphone") || begins(name, "ipod")) {
            return IOS;
        }
        if (begins(name, "android")) {
            return ANDROID;
        }
        return begins(name, "linux") || begins(name, "ubuntu") || begins(name, "redhat") ? LINUX : OTHER;
    }

    private static boolean begins(String name, String beginning) {
        return name.regionMatches(true, 0, beginning, 0, beginning.length());
    }
}
