package org.deviceoffboarding.evaluation.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as somebody enters it, before anybody has looked whether it is one.
 *
 * @param days for {@link Pace#WEEKLY}
 * @param time for {@link Pace#DAILY} and {@link Pace#WEEKLY}; null where none is entered
 * @param cron for {@link Pace#CRON}
 * @param zone an IANA name, such as {@code Europe/Berlin}
 * @param resets whether a run by the schedule lets every suggestion begin anew
 */
public record ScheduleDraft(
        Pace pace, Set<DayOfWeek> days, @Nullable LocalTime time, String cron, String zone, boolean resets) {

    /** How runs recur. */
    public enum Pace {
        BY_HAND("By hand only"),
        DAILY("Daily"),
        WEEKLY("On days of the week"),
        CRON("By a cron line");

        private final String label;

        Pace(String label) {
            this.label = label;
        }

        /** Returns what it is called on pages. */
        public String label() {
            return label;
        }

        /** Returns how a schedule recurs. */
        public static Pace of(Schedule schedule) {
            if (!schedule.on()) {
                return BY_HAND;
            }
            return switch (schedule.recurrence()) {
                case Recurrence.Daily daily -> DAILY;
                case Recurrence.Weekly weekly -> WEEKLY;
                case Recurrence.Cron cron -> CRON;
            };
        }
    }

    /**
     * Returns what it comes to; where runs start by hand only, times and zone are those of before.
     *
     * @throws ScheduleRefusedException if it is no schedule
     */
    Schedule over(Schedule before) {
        return pace == Pace.BY_HAND
                ? before.turnedOff()
                : new Schedule(before.version(), true, recurrence(), zoneId(), resets, null, null);
    }

    private Recurrence recurrence() {
        return switch (pace) {
            case BY_HAND -> throw new IllegalStateException("Nothing recurs by hand");
            case DAILY -> new Recurrence.Daily(minute());
            case WEEKLY -> new Recurrence.Weekly(someDays(), minute());
            case CRON -> new Recurrence.Cron(CronLine.checked(cron));
        };
    }

    private Set<DayOfWeek> someDays() {
        if (days.isEmpty()) {
            throw new ScheduleRefusedException("days", "Pick at least one day.");
        }
        return days;
    }

    private LocalTime minute() {
        if (time == null) {
            throw new ScheduleRefusedException("time", "Enter a time, such as 02:00.");
        }
        return time.truncatedTo(ChronoUnit.MINUTES);
    }

    /** A fixed offset would go on in winter as in summer, and nobody's clock does. */
    private ZoneId zoneId() {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new ScheduleRefusedException("zone", "Pick a time zone by its name, such as Europe/Berlin.");
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalStateException("A zone that is there can be had: " + zone, e);
        }
    }
}
