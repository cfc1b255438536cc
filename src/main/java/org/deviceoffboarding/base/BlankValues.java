package org.deviceoffboarding.base;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of Graph in the form that the portal relies on; what says nothing becomes null, so that it is never a key or an age. */
public final class BlankValues {

    private static final int LENGTH_OF_GUID = 36;
    private static final UUID ZERO = new UUID(0, 0);

    private BlankValues() {}

    /** Returns an ID; null if it is blank, all zeros or no GUID. Case does not count. */
    public static @Nullable UUID orId(@Nullable String value) {
        String text = value == null ? "" : value.strip();
        if (!isGuid(text)) {
            return null;
        }
        UUID id = UUID.fromString(text);
        return id.equals(ZERO) ? null : id;
    }

    /** A million rows have several each. */
    private static boolean isGuid(String text) {
        if (text.length() != LENGTH_OF_GUID) {
            return false;
        }
        for (int i = 0; i < LENGTH_OF_GUID; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : !HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns a point in time; null if it is blank, unreadable, or the year 0001, which stands for "never". */
    public static @Nullable Instant orTime(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        Instant usual = UsualTime.parse(text);
        if (usual != null) {
            return usual;
        }
        try {
            var time = OffsetDateTime.parse(text);
            // PostgreSQL keeps microseconds: cut here, so that a value is the same before and after.
            return time.getYear() <= 1 || time.getYear() > 9999
                    ? null
                    : time.toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns a text without control characters; null if it is blank. */
    public static @Nullable String orText(@Nullable String value) {
        return value == null || value.isBlank() ? null : Sql.text(value);
    }

    /** Returns a name without control characters, which may be empty. */
    public static String orName(@Nullable String value) {
        return value == null ? "" : Sql.text(value);
    }
}
