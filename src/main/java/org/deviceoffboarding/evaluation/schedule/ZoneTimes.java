package org.deviceoffboarding.evaluation.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When the times of a wall clock are, in a zone whose clocks are put forward and back. */
final class ZoneTimes {

    private ZoneTimes() {}

    /** Returns the first time after an instant; nothing where there is none any more. */
    static Optional<Instant> next(Recurrence recurrence, ZoneId zone, Instant after) {
        LocalDateTime wall = recurrence.after(LocalDateTime.ofInstant(after, zone));
        // In the second pass of a doubled hour the wall clock shows what the first pass has had.
        while (wall != null && !instant(wall, zone).isAfter(after)) {
            wall = recurrence.after(wall);
        }
        return Optional.ofNullable(wall).map(time -> instant(time, zone));
    }

    /** Returns so many times after an instant, or those that there are. */
    static List<Instant> next(Recurrence recurrence, ZoneId zone, Instant after, int count) {
        List<Instant> times = new ArrayList<>();
        Optional<Instant> next = next(recurrence, zone, after);
        while (next.isPresent() && times.size() < count) {
            times.add(next.get());
            next = next(recurrence, zone, next.get());
        }
        return times;
    }

    /** A time that is skipped is the moment at which clocks go on; of one that comes twice, the first. */
    static Instant instant(LocalDateTime wall, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(wall);
        return change != null && change.isGap()
                ? change.getInstant()
                : wall.atZone(zone).toInstant();
    }
}
