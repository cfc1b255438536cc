package org.deviceoffboarding.judging;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ManagedDevice;
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

    static Grace of(DeviceFacts facts, IntuneLink link, JudgingRules rules, Instant now) {
        Instant disabled = facts.disabledByPortal();
        if (disabled == null
                || !Boolean.FALSE.equals(facts.entra().accountEnabled())
                || !Kinds.of(facts, link.records(), rules).group().deletedInEntra()) {
            return NONE;
        }
        if (signOfLife(facts, link.records(), disabled, now) != null) {
            return ALIVE;
        }
        if (!disabled.isBefore(
                now.minus(rules.gracePeriodFor(Platform.of(facts.entra().operatingSystem()))))) {
            return RUNNING;
        }
        boolean blank = Timestamps.known(facts.entra().lastSignIn(), now) == null
                || link.records().stream().anyMatch(record -> Timestamps.known(record.lastSync(), now) == null);
        return blank ? UNKNOWN : OVER;
    }

    /** Returns what its grace period began with, as the beginning of a sentence. */
    static String begin(DeviceFacts facts, Instant disabled) {
        return (facts.takenOver()
                        ? "Somebody else disabled it, and this portal took it over on "
                        : "This portal disabled it on ")
                + Timestamps.words(disabled);
    }

    /** Returns the latest sign of life after a device was disabled; null if there is none. */
    static @Nullable Instant signOfLife(DeviceFacts facts, List<ManagedDevice> records, Instant disabled, Instant now) {
        Instant latest = later(null, facts.entra().lastSignIn(), disabled, now);
        latest = later(latest, facts.entra().registered(), disabled, now);
        for (ManagedDevice record : records) {
            latest = later(latest, record.lastSync(), disabled, now);
            latest = later(latest, record.enrolled(), disabled, now);
        }
        return latest;
    }

    private static @Nullable Instant later(
            @Nullable Instant latest, @Nullable Instant time, Instant disabled, Instant now) {
        boolean after = Timestamps.isAfter(Timestamps.known(time, now), latest == null ? disabled : latest);
        return after ? time : latest;
    }
}
