package org.deviceoffboarding.inventory.criterion;

import java.time.Instant;

/**
 * By what devices are counted apart.
 *
 * @param value an expression on the listed device {@code e}, or on what is joined; a text, null where a device has no value
 * @param joined what features know of the device, as a {@code left join} of at most one row, with {@code :run} for the run whose copy
 *     is listed; or empty
 * @param shown an aggregate of what people call the value, where that is not the value; or empty
 */
public record AskedGrouping(String value, String joined, String shown) {

    /** A value that is called by itself. */
    public AskedGrouping(String value, String joined) {
        this(value, joined, "");
    }

    private static final String MONTH = "to_char(date_trunc('month', %1$s at time zone 'UTC'), 'YYYY-MM')";

    /**
     * Returns the counting by what is listed; times by their months in UTC.
     *
     * @param now from which on times lie in the future and mean nothing
     */
    public static AskedGrouping of(AskedOrder by, Instant now) {
        return switch (by) {
            case NAME -> listed("e.name");
            case SERIAL_NUMBER -> listed("e.serial_number");
            case USER -> listed("e.user_name");
            case MANUFACTURER -> each("makers", "e.manufacturer");
            case MODEL -> each("models", "e.model");
            case VERSION -> listed("e.version");
            case ENABLED, COMPLIANCE -> listed("e." + by.column() + "::text");
            case HEARD ->
                listed(MONTH.formatted(
                        "greatest(%s, %s)".formatted(known("last_sign_in", now), known("last_sync", now))));
            case SIGN_IN, SYNC, REGISTERED, ENROLLED, REMOVED -> listed(MONTH.formatted(known(by.column(), now)));
            case PLATFORM, OWNERSHIP, JOIN_TYPE -> listed("e." + by.column());
        };
    }

    /** Returns the counting by whether Intune has a record. */
    public static AskedGrouping inIntune() {
        return listed("(e.intune_id is not null)::text");
    }

    /** Returns the counting by how devices left Intune. */
    public static AskedGrouping removedHow() {
        return listed("e.removed_how");
    }

    /** Returns the counting by who removed devices from Intune. */
    public static AskedGrouping removedBy() {
        return listed("e.removed_by");
    }

    /** Returns the counting by whether a feature picks the device. */
    public static AskedGrouping picked(String objectIds) {
        return new AskedGrouping(
                "(picked.object_id is not null)::text",
                " left join (select distinct object_id from (" + objectIds
                        + ") all_picked) picked on picked.object_id = e.object_id");
    }

    /** Entra and Intune can write it in their own ways: a device counts for each, as one that is asked for by it. */
    private static AskedGrouping each(String texts, String written) {
        String text = "each_" + texts + ".text";
        return new AskedGrouping(
                text,
                """
                 left join lateral (
                    select distinct text
                    from string_to_table(trim(both E'\\n' from e.%1$s), E'\\n') lines (text)) each_%1$s on true
                """.formatted(texts),
                "coalesce(min(case when folded(%1$s) = %2$s then %1$s end), %2$s)".formatted(written, text));
    }

    private static String known(String column, Instant now) {
        return "case when e.%1$s <= timestamptz '%2$s' then e.%1$s end".formatted(column, now);
    }

    private static AskedGrouping listed(String value) {
        return new AskedGrouping(value, "");
    }
}
