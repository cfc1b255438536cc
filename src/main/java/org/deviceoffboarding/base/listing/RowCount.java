package org.deviceoffboarding.base.listing;

/**
 * How many rows a list has.
 *
 * @param rows exactly, or about so many
 */
public record RowCount(long rows, boolean exact) {

    /** So many are always counted. */
    public static final int COUNTED = 10_000;

    public static RowCount exactly(long rows) {
        return new RowCount(rows, true);
    }

    /** Returns more than are {@linkplain #COUNTED counted}, with three digits that say something. */
    public static RowCount about(long rows) {
        long more = Math.max(rows, COUNTED + 1);
        long step = 1;
        while (more / step >= 1_000) {
            step *= 10;
        }
        return new RowCount(Math.max((more + step / 2) / step * step, COUNTED + 1), false);
    }
}
