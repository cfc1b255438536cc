package org.deviceoffboarding.evaluation;

import java.time.Instant;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.jspecify.annotations.Nullable;

/** How a device stands with the grace period that begins when this portal disables it. */
enum Grace {

    /** This portal did not disable it, somebody enabled it again, or it is of a kind that is never deleted from here. */
    NONE,

    /** It is not over yet. */
    RUNNING,

    /** Something was heard of the device after it was disabled. */
    ALIVE,

    /** It is over, and whether the device was silent is not known: a time is blank. */
    UNKNOWN,

    /** It is over, and the device was silent. */
    OVER;

    static Grace of(DeviceFacts facts, Link link, JudgingRules rules, Instant now) {
        Instant disabled = facts.disabledByPortal();
        if (disabled == null
                || !Boolean.FALSE.equals(facts.entra().accountEnabled())
                || Kinds.of(facts, link.records(), rules).group() != KindGroup.ORDINARY) {
            return NONE;
        }
        if (wasHeardOf(facts, link, disabled, now)) {
            return ALIVE;
        }
        if (!disabled.isBefore(now.minus(rules.gracePeriod()))) {
            return RUNNING;
        }
        boolean blank = Times.known(facts.entra().lastSignIn(), now) == null
                || link.records().stream().anyMatch(record -> Times.known(record.lastSync(), now) == null);
        return blank ? UNKNOWN : OVER;
    }

    private static boolean wasHeardOf(DeviceFacts facts, Link link, Instant disabled, Instant now) {
        return isBetween(facts.entra().lastSignIn(), disabled, now)
                || isBetween(facts.entra().registered(), disabled, now)
                || link.records().stream()
                        .anyMatch(record -> isBetween(record.lastSync(), disabled, now)
                                || isBetween(record.enrolled(), disabled, now));
    }

    private static boolean isBetween(@Nullable Instant time, Instant disabled, Instant now) {
        return Times.isAfter(Times.known(time, now), disabled);
    }
}
