package org.deviceoffboarding.evaluation.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunProgress;

/**
 * Since when a run has been in its phase, as this portal was told.
 *
 * @param progress with which it came to it
 */
record PhaseBegun(Instant at, RunProgress progress) {

    static PhaseBegun now(Run run, Clock clock) {
        return new PhaseBegun(clock.instant(), run.progress());
    }

    Duration until(Instant now) {
        return Duration.between(at, now);
    }
}
