package org.deviceoffboarding.notification.choice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When somebody wants mail.
 *
 * @param digestAt when all of a day comes in one mail; null where each notice comes by itself
 * @param quietFrom when no mail comes any more; null where there are no such hours, as is {@code quietUntil} then
 * @param quietUntil when it comes again, of the next day where that is before {@code quietFrom}
 * @param zone whose clock counts
 */
public record NoticeTiming(
        @Nullable LocalTime digestAt,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietUntil,
        ZoneId zone) {

    /** Mail at any time, as soon as there is something to tell. */
    public static final NoticeTiming AT_ONCE = new NoticeTiming(null, null, null, ZoneOffset.UTC);

    public NoticeTiming {
        if ((quietFrom == null) != (quietUntil == null) || (quietFrom != null && quietFrom.equals(quietUntil))) {
            throw new IllegalArgumentException("Quiet hours begin and end, at different times");
        }
    }

    /** As {@link NoticeChoices#since}; quiet hours are one choice. */
    NoticeTiming since(NoticeTiming madeFrom, NoticeTiming now) {
        boolean sameHours =
                Objects.equals(quietFrom, madeFrom.quietFrom) && Objects.equals(quietUntil, madeFrom.quietUntil);
        return new NoticeTiming(
                Objects.equals(digestAt, madeFrom.digestAt) ? now.digestAt : digestAt,
                sameHours ? now.quietFrom : quietFrom,
                sameHours ? now.quietUntil : quietUntil,
                zone.equals(madeFrom.zone) ? now.zone : zone);
    }

    /** Returns whether all of a day comes in one mail. */
    public boolean gathers() {
        return digestAt != null;
    }

    /** Returns when to send what was told at a time: not before, and not in quiet hours. */
    public Instant dueAt(Instant told) {
        return afterQuiet(digestAt == null ? told.atZone(zone) : next(told.atZone(zone), digestAt))
                .toInstant();
    }

    /** Returns the time itself, or when the quiet hours end that it lies in. */
    public Instant afterQuiet(Instant at) {
        return afterQuiet(at.atZone(zone)).toInstant();
    }

    private ZonedDateTime afterQuiet(ZonedDateTime at) {
        if (quietFrom == null || quietUntil == null) {
            return at;
        }
        ZonedDateTime free = at;
        while (isQuiet(free.toLocalTime(), quietFrom, quietUntil)) { // again where clocks skip all the time between
            free = end(free, quietUntil);
        }
        return free;
    }

    /** Clocks that are set back show the end once more to whoever is in those hours again. */
    private static ZonedDateTime end(ZonedDateTime quiet, LocalTime until) {
        ZonedDateTime onceMore = of(quiet.toLocalDate(), until, quiet.getZone()).withLaterOffsetAtOverlap();
        return onceMore.isAfter(quiet) ? earlier(onceMore, next(quiet, until)) : next(quiet, until);
    }

    private static ZonedDateTime earlier(ZonedDateTime one, ZonedDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static boolean isQuiet(LocalTime at, LocalTime from, LocalTime until) {
        boolean begun = !at.isBefore(from);
        boolean goesOn = at.isBefore(until);
        return from.isBefore(until) ? begun && goesOn : begun || goesOn;
    }

    /** Where clocks skip that time it is as soon as they have; where they show it twice, it is the first. */
    private static ZonedDateTime next(ZonedDateTime after, LocalTime time) {
        ZonedDateTime today = of(after.toLocalDate(), time, after.getZone());
        return today.isAfter(after) ? today : of(after.toLocalDate().plusDays(1), time, after.getZone());
    }

    private static ZonedDateTime of(LocalDate day, LocalTime time, ZoneId zone) {
        ZoneOffsetTransition skipped = zone.getRules().getTransition(day.atTime(time));
        return skipped != null && skipped.isGap()
                ? skipped.getInstant().atZone(zone)
                : day.atTime(time).atZone(zone);
    }
}
