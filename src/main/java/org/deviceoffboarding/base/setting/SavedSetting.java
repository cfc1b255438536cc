package org.deviceoffboarding.base.setting;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;

/** A setting as somebody saved it, or as it is before anybody does. */
public interface SavedSetting {

    /** Returns its number: rises by one with every change; 0 is what holds until somebody saves. */
    long version();

    /** Returns who saved it; null for what holds until somebody saves, as is the next. */
    @Nullable
    Actor savedBy();

    /** Returns when. */
    @Nullable
    Instant savedAt();
}
