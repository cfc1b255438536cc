package org.deviceoffboarding.ask.language.time;

import org.deviceoffboarding.language.Phrases;

/** How people compare with a time or a version. */
public enum Than {
    BEFORE,
    AFTER,
    SINCE,
    UNTIL,
    MORE,
    LESS,
    AT_LEAST,
    AT_MOST,
    WITHIN,
    ON,
    BETWEEN,

    /** "> 90 days" is longer ago, "> 2026-03-01" is later. */
    GREATER,
    SMALLER,
    GREATER_OR_EQUAL,
    SMALLER_OR_EQUAL;

    /** What stands before a time. */
    public static final Phrases<Than> TIMES = new Phrases<Than>()
            .with(
                    BEFORE,
                    "before, earlier than, prior to, older than, further back than, not since, ended before, dates from before, from before, dating from before, dating before, dated before, lies before, is before, before the, preceding, older then, is older than, are older than, dates before, no later than before, longer back than, no more since")
            .with(
                    AFTER,
                    "after, later than, newer than, more recent than, more recently than, younger than, from after, past, following, later then, is after, is newer than")
            .with(
                    SINCE,
                    "since, on or after, at or after, from, starting, starting from, as of, not before, ever since, since the, beginning, no earlier than, not earlier than, not older than, no older than, since at least, beginning with, at the earliest on, from the, since about, on or later than, after or on")
            .with(
                    UNTIL,
                    "until, till, up to, through, by, on or before, at or before, not after, no later than, not later than, up until, til, at the latest on, until the, before or on, up to and including, on or earlier than, not newer than")
            .with(
                    MORE,
                    "more than, over, longer than, for more than, for over, for longer than, in more than, in over, in longer than, exceeding, greater than, above, more then, longer then, since more than, since over, for more then, for longer then, longer ago than, more than the last, well over, for well over, beyond, for upwards of, upwards of, in excess of, for the better part of, further than, > than")
            .with(
                    LESS,
                    "less than, under, fewer than, for less than, shorter than, within less than, no longer ago than, less then, in less than, below, not longer ago than, for under, not more than, no more than")
            .with(
                    AT_LEAST,
                    "at least, for at least, no less than, not less than, minimum, since at least, for a minimum of, a minimum of, for minimum, in at least, min, for no less than, for not less than, not for at least, for min, at the least")
            .with(
                    AT_MOST,
                    "at most, for at most, at maximum, a maximum of, no longer than, at the most, for no longer than, not longer than")
            .with(WITHIN, """
                    in the last, in the past, within the last, within the past, during the last, during the past, in last, within last, within, over the last, over the past,
                    for the last, for the past, for, in, in these last, during, these last, throughout the last, inside the last, the last, the past, in past, over last, in the previous, for last, for past, in the most recent, in a span of, for a period of, for all of the last, for the entire last, within a, through the last, all the last, for all, for about, for around, for some, for roughly, for approximately, for nearly, for almost, inside, not in the last, at any time in the last, any time in the last, anytime in the last, at any time during the last, sometime in the last, some time in the last, in about, across the last, for a full, for a whole, for full, for the full last, for the whole last""")
            .with(ON, "on, at, on the, exactly on, of, =, dated, is, dates from, was")
            .with(
                    BETWEEN,
                    "between, in between, for between, from between, anywhere between, any time between, anytime between, at some time between, sometime between")
            .with(GREATER, ">")
            .with(SMALLER, "<")
            .with(GREATER_OR_EQUAL, ">=")
            .with(SMALLER_OR_EQUAL, "<=");

    /** What can stand behind a time. */
    public static final Phrases<Than> BEHIND = new Phrases<Than>()
            .with(
                    AT_LEAST,
                    "or more, or longer, and more, plus, or over, and longer, at least, minimum, and up, or so and more, and over, +, or greater, at minimum")
            .with(AT_MOST, "or less, or shorter, at most, and less, or fewer, at maximum, at the most, or under")
            .with(
                    SINCE,
                    "or later, or newer, and later, onwards, onward, or after, and newer, and after, or more recent, and onwards, till now, until now, until today, or more recently, to now, to today, till today, and thereafter")
            .with(
                    UNTIL,
                    "or earlier, or before, or older, and earlier, and before, and older, at the latest, or prior");

    /** Of versions. */
    public static final Phrases<Than> VERSIONS = new Phrases<Than>()
            .with(
                    BEFORE,
                    "below, older than, lower than, less than, before, earlier than, prior to, under, smaller than, older then, lower then, less then, earlier then, is below, pre, beneath, <")
            .with(
                    AFTER,
                    "above, newer than, higher than, greater than, more than, later than, after, over, newer then, higher then, later then, is above, past, beyond, >")
            .with(
                    AT_LEAST,
                    "at least, minimum, from, or newer than, >=, not below, not older than, no older than, not lower than, no lower than, no less than, since, starting with, starting from, at or above, at minimum")
            .with(
                    AT_MOST,
                    "at most, up to, maximum, <=, not above, not newer than, no newer than, not higher than, no higher than, until, at or below, up to and including, at maximum, no later than, or older than");

    /** What can stand behind a version. */
    public static final Phrases<Than> BEHIND_VERSIONS = new Phrases<Than>()
            .with(
                    AT_LEAST,
                    "or newer, or later, or above, or higher, or more, and newer, and later, and above, and higher, and up, upwards, onwards, or up, or greater, or better, upward, and upwards, +, plus, or more recent, and onwards, and beyond, and onward, and more recent")
            .with(
                    AT_MOST,
                    "or older, or below, or lower, or earlier, or less, and older, and below, and lower, and earlier, or under, downwards, and down, and under, or down, and before, or before, and less");
}
