package org.deviceoffboarding.audit.verification;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of the log whose tree is hashed by itself: the numbers behind {@code start}, a multiple of {@link #SIZE}, up to {@code end}.
 *
 * @param from behind which number entries are read; those up to it are known to be well, and taken by their leaves
 */
record LogPart(long start, long from, long end) {

    /** A complete subtree, so that parts can be put together. */
    static final int SIZE = 65_536;

    /** Its height. */
    static final int HEIGHT = 16;

    /** Returns the parts of the entries behind a number. */
    static List<LogPart> of(long after, long size) {
        List<LogPart> parts = new ArrayList<>();
        for (long start = after / SIZE * SIZE; start < size; start += SIZE) {
            parts.add(new LogPart(start, Math.max(start, after), Math.min(size, start + SIZE)));
        }
        return parts;
    }

    boolean isComplete() {
        return end - start == SIZE;
    }
}
