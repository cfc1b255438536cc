package org.deviceoffboarding.remediation.ui.removed;

import java.time.Clock;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.springframework.stereotype.Component;

/** How grace periods of disabled devices are shown: by the rules of now, since an owner may change them meanwhile. */
@Component
public class GracePeriods {

    private final FlaggedDevices flagged;
    private final Clock clock;

    GracePeriods(FlaggedDevices flagged, Clock clock) {
        this.flagged = flagged;
        this.clock = clock;
    }

    /** Returns how they are shown now: read once for all devices of a list. */
    public GracePeriodsNow now() {
        return new GracePeriodsNow(flagged.rules(), clock.instant());
    }
}
