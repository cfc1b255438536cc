package org.deviceoffboarding.inventory;

import java.util.UUID;
import java.util.regex.Pattern;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;

/** What someone searches for: an ID, or a part of a text. */
record DeviceText(@Nullable UUID id, String pattern) {

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern DASHED = Pattern.compile("(.{8})(.{4})(.{4})(.{4})(.{12})");

    /** Returns what begins with the text, or the ID that it is. */
    static DeviceText of(String text) {
        String stripped = text.strip();
        String digits = stripped.replaceAll("[-{}]", "");
        if (HEX.matcher(digits).matches()) {
            return new DeviceText(UUID.fromString(DASHED.matcher(digits).replaceFirst("$1-$2-$3-$4-$5")), "");
        }
        return new DeviceText(
                null, stripped.isEmpty() ? "" : Sql.containing(stripped).substring(1));
    }

    /** Returns what has the text anywhere. */
    DeviceText anywhere() {
        return new DeviceText(null, "%" + pattern);
    }

    boolean isEmpty() {
        return id == null && pattern.isEmpty();
    }

    boolean isId() {
        return id != null;
    }
}
