package org.deviceoffboarding.inventory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operating systems that the portal tells apart. */
public enum Platform {
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
    public String label() {
        return label;
    }

    /** Returns the platform that Entra or Intune mean. */
    public static Platform of(@Nullable String operatingSystem) {
        String name = operatingSystem == null ? "" : operatingSystem.strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        if (name.startsWith("mac")) {
            return MACOS;
        }
        if (name.startsWith("ios") || name.startsWith("ipad") || name.startsWith("iphone")) {
            return IOS;
        }
        if (name.startsWith("android")) {
            return ANDROID;
        }
        return name.startsWith("linux") ? LINUX : OTHER;
    }
}
