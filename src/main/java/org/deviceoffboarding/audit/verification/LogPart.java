package org.deviceoffboarding.audit.verification;

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

    /** Returns the part that begins at a start, of the entries behind a number. */
    static LogPart at(long start, long after, long size) {
        return new LogPart(start, Math.max(start, after), size - start > SIZE ? start + SIZE : size);
    }

    boolean isComplete() {
        return end - start == SIZE;
    }
}
