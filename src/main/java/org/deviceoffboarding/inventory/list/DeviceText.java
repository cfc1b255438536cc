package org.deviceoffboarding.inventory.list;

import java.util.UUID;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.TextLimits;
import org.jspecify.annotations.Nullable;

/** What someone searches for: an ID, or a part of {@code listed_device.search_text}. */
record DeviceText(@Nullable UUID id, String pattern) {

    /** Each text stands behind a line feed. */
    private static final String BEGINS = "%\n";

    /** Returns what begins with the text, or the ID that it is. */
    static DeviceText of(String text) {
        String stripped = TextLimits.cut(text.strip(), TextLimits.SEARCH);
        UUID id = Guids.parse(stripped);
        if (id != null) {
            return new DeviceText(id, "");
        }
        return new DeviceText(
                null,
                stripped.isEmpty() ? "" : BEGINS + Sql.containing(stripped).substring(1));
    }

    /** Returns what has the text anywhere. */
    DeviceText anywhere() {
        return new DeviceText(null, "%" + pattern.substring(BEGINS.length()));
    }

    boolean isEmpty() {
        return id == null && pattern.isEmpty();
    }

    boolean isId() {
        return id != null;
    }
}
