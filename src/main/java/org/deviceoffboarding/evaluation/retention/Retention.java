package org.deviceoffboarding.evaluation.retention;

import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.setting.SavedSetting;
import org.jspecify.annotations.Nullable;

/**
 * How long results are kept, as an owner saved it.
 *
 * @param version 0 is what holds until somebody saves
 * @param days from {@link #SHORTEST} to {@link #LONGEST}
 * @param savedBy null until somebody saves
 * @param savedAt null until somebody saves
 */
public record Retention(
        long version,
        int days,
        @Nullable Actor savedBy,
        @Nullable Instant savedAt) implements SavedSetting {

    public static final int SHORTEST = 30;
    public static final int LONGEST = 3_650;

    static final Retention DEFAULT = new Retention(0, 400, null, null);

    public Retention {
        if (days < SHORTEST || days > LONGEST) {
            throw new IllegalArgumentException("Results are kept for " + SHORTEST + " to " + LONGEST + " days");
        }
    }

    /** Returns the time before which a run must have ended whose result is no longer kept. */
    Instant from(Instant now) {
        return now.minus(Duration.ofDays(days));
    }
}
