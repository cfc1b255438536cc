package org.deviceoffboarding.audit.content;

import java.time.LocalDate;

/** Writes times, most of which are of the same day as the one before. For one thread. */
final class CanonicalTime {

    /** How many bytes a time has, between its quotation marks. */
    static final int LENGTH = 29;

    private static final long MICROS_OF_DAY = 86_400_000_000L;
    private static final int LENGTH_OF_DATE = 10;

    private final byte[] date = new byte[LENGTH_OF_DATE];
    private long day = Long.MIN_VALUE;

    /** Writes a time at a position; returns the position behind it. */
    int write(long micros, byte[] out, int position) {
        ofDay(Math.floorDiv(micros, MICROS_OF_DAY));
        long time = Math.floorMod(micros, MICROS_OF_DAY);
        int seconds = (int) (time / 1_000_000);
        out[position] = '"';
        System.arraycopy(date, 0, out, position + 1, LENGTH_OF_DATE);
        out[position + 11] = 'T';
        digits(seconds / 3600, 2, out, position + 12);
        out[position + 14] = ':';
        digits(seconds / 60 % 60, 2, out, position + 15);
        out[position + 17] = ':';
        digits(seconds % 60, 2, out, position + 18);
        out[position + 20] = '.';
        digits((int) (time % 1_000_000), 6, out, position + 21);
        out[position + 27] = 'Z';
        out[position + 28] = '"';
        return position + LENGTH;
    }

    private void ofDay(long wanted) {
        if (wanted == day) {
            return;
        }
        LocalDate is = LocalDate.EPOCH.plusDays(Math.clamp(wanted, -1_000_000L, 10_000_000L));
        if (is.getYear() < 0 || is.getYear() > 9999) {
            throw new IllegalArgumentException("An entry can't be of the year " + is.getYear());
        }
        digits(is.getYear(), 4, date, 0);
        date[4] = '-';
        digits(is.getMonthValue(), 2, date, 5);
        date[7] = '-';
        digits(is.getDayOfMonth(), 2, date, 8);
        day = wanted;
    }

    private static void digits(int number, int count, byte[] out, int position) {
        int rest = number;
        for (int i = position + count - 1; i >= position; i--) {
            out[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
