package org.deviceoffboarding.base;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the person signed in likes the pages to be: kept for that person alone, in every browser. */
public interface Preferences {

    /** The longest value that is kept, in characters. */
    int LONGEST = 10_000;

    /**
     * Returns what the person chose, nothing where nothing was chosen.
     *
     * @param name what was chosen, such as {@code columns:devices}
     */
    Optional<String> get(String name);

    /**
     * Keeps what the person chose.
     *
     * @param value null to forget it; one that is longer than {@link #LONGEST} is not kept
     */
    void set(String name, @Nullable String value);
}
