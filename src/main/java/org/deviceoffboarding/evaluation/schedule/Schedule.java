package org.deviceoffboarding.evaluation.schedule;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.setting.SavedSetting;
import org.jspecify.annotations.Nullable;

/**
 * When runs start by themselves, as an owner saved it.
 *
 * @param version 0 is what holds until somebody saves
 * @param on whether they do; the rest is kept while they do not
 * @param resets whether a run by the schedule lets every suggestion begin anew; else it takes status and assignee over
 * @param savedBy null until somebody saves
 * @param savedAt null until somebody saves
 */
public record Schedule(
        long version,
        boolean on,
        Recurrence recurrence,
        ZoneId zone,
        boolean resets,
        @Nullable Actor savedBy,
        @Nullable Instant savedAt)
        implements SavedSetting {

    /** What holds until somebody saves. */
    static final Schedule OFF =
            new Schedule(0, false, new Recurrence.Daily(LocalTime.of(2, 0)), ZoneId.of("UTC"), false, null, null);

    /** Returns the next time after an instant; nothing where it is off, or there is none any more. */
    Optional<Instant> nextAfter(Instant instant) {
        return on ? ZoneTimes.next(recurrence, zone, instant) : Optional.empty();
    }

    /** Returns the next times after an instant; none where it is off. */
    List<Instant> nextAfter(Instant instant, int count) {
        return on ? ZoneTimes.next(recurrence, zone, instant, count) : List.of();
    }

    /** Returns when runs start, for people: goes on after "runs start". */
    public String words() {
        return on ? recurrence.words() + ", " + zone.getId() : "by hand only";
    }

    /** Returns the same, but that runs start by hand only. */
    Schedule turnedOff() {
        return new Schedule(version, false, recurrence, zone, resets, savedBy, savedAt);
    }

    /** Returns the same, to be saved in the place of another. */
    Schedule following(Schedule other) {
        return new Schedule(other.version(), on, recurrence, zone, resets, savedBy, savedAt);
    }

    /** Returns whether it says the same as another, whoever saved it. */
    boolean saysTheSame(Schedule other) {
        return on == other.on
                && recurrence.equals(other.recurrence)
                && zone.equals(other.zone)
                && resets == other.resets;
    }
}
