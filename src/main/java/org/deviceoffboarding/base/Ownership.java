package org.deviceoffboarding.base;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose a device is. */
public enum Ownership implements Labelled {
    CORPORATE("Corporate"),
    PERSONAL("Personal"),
    UNKNOWN("Unknown");

    private final String label;

    Ownership(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }

    /** Returns the ownership that Entra or Intune mean. */
    public static Ownership of(@Nullable String ownership) {
        return switch (ownership == null ? "" : ownership.strip().toLowerCase(Locale.ROOT)) {
            case "company", "corporate" -> CORPORATE;
            case "personal" -> PERSONAL;
            default -> UNKNOWN;
        };
    }
}
