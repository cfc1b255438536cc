package org.deviceoffboarding.remediation.ui.removed;

import com.vaadin.flow.component.badge.Badge;
import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.removed.DisabledDevice;

/** How the grace periods of disabled devices stand, by the rules of one moment. */
public record GracePeriodsNow(JudgingRules rules, Instant now) {

    Instant endsAt(DisabledDevice device) {
        return device.disabledAt().plus(rules.gracePeriodFor(device.platform()));
    }

    /** Returns how much of one is left, or that it is over or no longer counts. */
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
        return !now.isBefore(endsAt(device));
    }

    /** The day that has begun counts. */
    private String left(DisabledDevice device) {
        long days = Duration.between(now, endsAt(device).minusMillis(1)).toDays() + 1;
        return days == 1 ? "1 day left" : Amounts.number(days) + " days left";
    }
}
