package org.deviceoffboarding.base;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether pages are light or dark. */
public enum Look {
    /** As the person's device is set. */
    SYSTEM("System", "light dark"),
    LIGHT("Light", "light"),
    DARK("Dark", "dark");

    /** The cookie by which a browser knows the choice of whoever used it last, for the pages before somebody signs in. */
    public static final String COOKIE = "portal-look";

    private final String label;
    private final String colorScheme;

    Look(String label, String colorScheme) {
        this.label = label;
        this.colorScheme = colorScheme;
    }

    public String label() {
        return label;
    }

    /** Returns the value of CSS's {@code color-scheme}. */
    public String colorScheme() {
        return colorScheme;
    }

    /** Returns the name under which it is kept. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the look that was kept under a name, nothing for any other text. */
    public static Optional<Look> ofKey(@Nullable String key) {
        return Arrays.stream(values()).filter(look -> look.key().equals(key)).findFirst();
    }
}
