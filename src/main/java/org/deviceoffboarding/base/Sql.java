package org.deviceoffboarding.base;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/** What repositories share: values in the form that PostgreSQL takes, and sorting by columns that are allowed. */
public final class Sql {

    private Sql() {}

    /** Returns a point in time as a parameter for a {@code timestamptz}. */
    public static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Reads a {@code timestamptz} that is not null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Reads a {@code timestamptz}; null where the column is. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /**
     * Returns text without control characters: PostgreSQL stores no NUL, others break tables and logs, and those that
     * turn the direction of writing would let one device look like another.
     */
    public static String text(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (isControl(value.charAt(i))) {
                return withoutControls(value);
            }
        }
        return value;
    }

    private static String withoutControls(String value) {
        StringBuilder clean = new StringBuilder(value);
        for (int i = 0; i < clean.length(); i++) {
            if (isControl(clean.charAt(i))) {
                clean.setCharAt(i, '\uFFFD');
            }
        }
        return clean.toString();
    }

    private static boolean isControl(char c) {
        return Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** Returns a pattern for {@code like} or {@code ilike} that finds the text literally, anywhere. */
    public static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /**
     * Returns an {@code order by} clause with a space in front.
     *
     * @param sortable which properties may be sorted by, and their columns; others are refused
     * @param fallback the columns that come last, so that pages never overlap; also alone where nothing is asked for
     * @throws IllegalArgumentException if a property is not sortable
     */
    public static String orderBy(Sort sort, Map<String, String> sortable, String fallback) {
        return sort.stream()
                .map(order -> column(order, sortable) + (order.isAscending() ? " asc" : " desc") + " nulls last, ")
                .collect(Collectors.joining("", " order by ", fallback));
    }

    private static String column(Sort.Order order, Map<String, String> sortable) {
        String column = sortable.get(order.getProperty());
        if (column == null) {
            throw new IllegalArgumentException("Cannot sort by '" + order.getProperty() + "'");
        }
        return column;
    }
}
