package org.deviceoffboarding.base.words;

import java.util.Locale;

/**
 * Parts of sentences that are kept, sent or read back, and so are the same for everybody. Pages write numbers by the locale of whoever
 * looks at them instead.
 */
public final class Written {

    private Written() {}

    /** Returns such as "1,214". */
    public static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** Returns such as "1 entry" or "1,214 entries". */
    public static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** Returns such as "1 device" or "1,214 devices". */
    public static String devices(long count) {
        return count(count, "device", "devices");
    }

    /** Returns a text in quotation marks, those within it twice: as what is understood again takes it for one value. */
    public static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
