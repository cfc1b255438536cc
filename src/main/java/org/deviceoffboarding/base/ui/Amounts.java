package org.deviceoffboarding.base.ui;

import java.time.Duration;

/** Numbers and spans of time for people, written by the locale of their browser. Examples are those of British English. */
public final class Amounts {

    private Amounts() {}

    /** Returns such as "1,214". */
    public static String number(long number) {
        return LocalFormats.integers().format(number);
    }

    /** Returns such as "1 sentence is" or "1,214 sentences are". */
    public static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** Returns such as "1 device" or "1,214 devices". */
    public static String devices(long count) {
        return count(count, "device", "devices");
    }

    /** Returns such as "2.4 %"; a little is never shown as nothing. */
    public static String percent(double share) {
        return share > 0 && share < 0.001
                ? "less than 0.1 %"
                : String.format(LocalFormats.locale(), "%.1f %%", share * 100);
    }

    /** Returns such as "2 d 4 h", "5 h" or "12 min", rounded down. */
    public static String roughly(Duration span) {
        if (span.toDays() > 0) {
            return span.toDays() + " d" + (span.toHoursPart() == 0 ? "" : " " + span.toHoursPart() + " h");
        }
        if (span.toHours() > 0) {
            return span.toHours() + " h";
        }
        return span.toMinutes() > 0 ? span.toMinutes() + " min" : "less than 1 min";
    }
}
