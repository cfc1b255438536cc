package org.deviceoffboarding.remediation.ui.removed;

import com.vaadin.flow.component.badge.Badge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.removed.DisabledDevice;
import org.springframework.stereotype.Component;

/** How the grace period of a disabled device is shown: by the rules of now, since an owner may change it meanwhile. */
@Component
public class GracePeriods {

    private final FlaggedDevices flagged;
    private final Clock clock;

    GracePeriods(FlaggedDevices flagged, Clock clock) {
        this.flagged = flagged;
        this.clock = clock;
    }

    Instant endsAt(DisabledDevice device) {
        return device.disabledAt().plus(flagged.rules().gracePeriodFor(device.platform()));
    }

    /** Returns how much of it is left, or that it is over or no longer counts. */
    public Badge pill(DisabledDevice device) {
        if (device.leftAt() != null) {
            return Pill.neutral("Left the queue");
        }
        return isOver(device) ? Pill.progress("Grace period over") : Pill.neutral(left(device));
    }

    /** Returns what the state means, as sentences. */
    public String sentence(DisabledDevice device) {
        if (device.leftAt() != null) {
            String why = device.leftBecause() == null ? "" : device.leftBecause();
            return "It left the queue for deletion on " + TimeDisplay.day(device.leftAt()) + ". " + why;
        }
        return isOver(device)
                ? "From the next run on it is ready to delete, if it still shows no sign of life."
                : "It can be deleted after " + TimeDisplay.day(endsAt(device))
                        + ", if it shows no sign of life until then.";
    }

    private boolean isOver(DisabledDevice device) {
        return !clock.instant().isBefore(endsAt(device));
    }

    /** The day that has begun counts. */
    private String left(DisabledDevice device) {
        long days =
                Duration.between(clock.instant(), endsAt(device).minusMillis(1)).toDays() + 1;
        return days == 1 ? "1 day left" : Amounts.number(days) + " days left";
    }
}
