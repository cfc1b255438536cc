package org.deviceoffboarding.base;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises an ID that a person typed or pasted. */
public final class Guids {

    private static final Pattern PLAIN = Pattern.compile("[0-9a-fA-F]{32}");

    private Guids() {}

    /** Returns the ID that the text is, in either case, with or without dashes; null if it is none. */
    public static @Nullable UUID parse(String text) {
        String plain = text.strip().replace("-", "");
        return PLAIN.matcher(plain).matches()
                ? new UUID(Long.parseUnsignedLong(plain, 0, 16, 16), Long.parseUnsignedLong(plain, 16, 32, 16))
                : null;
    }
}
