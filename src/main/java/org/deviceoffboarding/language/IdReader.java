package org.deviceoffboarding.language;

import java.util.UUID;
import java.util.regex.Pattern;
import org.deviceoffboarding.base.Guids;

/** Reads device IDs in every form that {@link Guids} knows. */
public final class IdReader {

    private static final Pattern LIKE_AN_ID = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F-]*|[0-9a-fA-F]{24,}");
    private static final UUID ZERO = new UUID(0, 0);
    public static final String EXAMPLE = "8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f";

    private IdReader() {}

    /** Returns whether somebody surely meant an ID, whether or not it is one. */
    public static boolean isLike(Token token) {
        return token.isValue() && LIKE_AN_ID.matcher(Guids.bare(token.text())).matches();
    }

    public static UUID parse(Token token) {
        UUID id = token.isValue() ? Guids.parse(token.text()) : null;
        if (id == null) {
            throw NotUnderstoodException.at(
                    token,
                    "“" + Cursor.shortened(token) + "” is no ID. An ID has 32 digits from 0 to f, such as " + EXAMPLE
                            + ".");
        }
        if (id.equals(ZERO)) {
            throw NotUnderstoodException.at(token, "An ID that is all zeros stands for no device.");
        }
        return id;
    }
}
