package org.deviceoffboarding.evaluation.schedule.ui;

import java.time.Instant;
import java.time.ZoneId;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.TimesInText;
import org.deviceoffboarding.evaluation.schedule.ScheduleState;
import org.deviceoffboarding.evaluation.schedule.ScheduleState.Due;
import org.deviceoffboarding.evaluation.schedule.ScheduleState.GivenUp;
import org.deviceoffboarding.evaluation.schedule.ScheduleState.Last;

/** What came of the times of the schedule, in sentences, by the clock of whoever looks. */
final class ScheduleWords {

    static final String HELD =
            "The database was restored from a backup, so no run is started until an owner has confirmed what is open in it. What"
                    + " is due meanwhile is caught up by one run.";

    private ScheduleWords() {}

    /** Returns what came of the last time. */
    static String of(Last last, Instant now, ZoneId zone) {
        String missed =
                switch (last.missed()) {
                    case 0 -> "";
                    case 1 -> " One time before was missed, and is not caught up by a run of its own.";
                    default ->
                        " " + last.missed() + " times before were missed, and are not caught up by runs of their own.";
                };
        return "Due " + TimeDisplay.shortly(last.at(), now, zone) + ": "
                + switch (last.outcome()) {
                    case STARTED -> "run " + last.run() + " was started.";
                    case UNDER_WAY ->
                        "run " + last.run() + " was under way, so no second one was started. It counts as this one.";
                    case REFUSED -> "no run could be started.";
                    case NO_AGENT -> "no run was started, since no agent is set up.";
                    case DONE_MEANWHILE -> "not tried again, since run " + last.run() + " was completed meanwhile.";
                }
                + missed;
    }

    /** Returns what becomes of a time that came. */
    static String of(Due due, Instant now, ZoneId zone) {
        if (due.retryAt() == null) {
            return "Run " + due.run() + " goes on"
                    + (due.failures() == 0 ? "." : ", after " + times(due.failures()) + " without success.");
        }
        return (due.run() == null ? "No run could be started" : "Run " + due.run() + " failed")
                + ", and is tried again " + TimeDisplay.shortly(due.retryAt(), now, zone) + ", for the "
                + ordinal(due.failures()) + " of " + ScheduleState.MOST_RETRIES + " times. "
                + TimesInText.local(String.valueOf(due.failure()));
    }

    /** Returns that a time is no longer tried, and why. */
    static String of(GivenUp givenUp, Instant now, ZoneId zone) {
        String last = TimeDisplay.shortly(givenUp.at(), now, zone) + ". It is not tried again. ";
        String due = TimeDisplay.shortly(givenUp.dueAt(), now, zone);
        return givenUp.firstDueAt().equals(givenUp.dueAt())
                ? "The run that was due " + due + " by the schedule failed, and so did " + ScheduleState.MOST_RETRIES
                        + " more tries, the last " + last
                : "Runs by the schedule failed " + (ScheduleState.MOST_RETRIES + 1)
                        + " times one after the other, from the one due "
                        + TimeDisplay.shortly(givenUp.firstDueAt(), now, zone) + " to the one due " + due
                        + ", the last "
                        + last;
    }

    private static String times(int number) {
        return number == 1 ? "one time" : number + " times";
    }

    private static String ordinal(int number) {
        return switch (number) {
            case 1 -> "first";
            case 2 -> "second";
            default -> "last";
        };
    }
}
