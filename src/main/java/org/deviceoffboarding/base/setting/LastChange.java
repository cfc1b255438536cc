package org.deviceoffboarding.base.setting;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Actor;

/**
 * Who changed a setting last.
 *
 * @param what to what it was changed, and what it was before, for the middle of a sentence
 */
public record LastChange(Actor by, Instant at, List<String> what) {

    public LastChange {
        what = List.copyOf(what);
    }
}
