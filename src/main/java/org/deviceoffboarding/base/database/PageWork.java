package org.deviceoffboarding.base.database;

import org.jspecify.annotations.Nullable;

/** Whether this thread answers somebody, who waits for it; and whether that has changed anything so far. */
public final class PageWork {

    private static final ThreadLocal<@Nullable Long> COMMITS_BEFORE = new ThreadLocal<>();

    private PageWork() {}

    static void begin() {
        COMMITS_BEFORE.set(Commits.soFar());
    }

    static void end() {
        COMMITS_BEFORE.remove();
    }

    public static boolean isGoingOn() {
        return COMMITS_BEFORE.get() != null;
    }

    /** Whether it is known that nothing was stored since somebody asked. */
    public static boolean hasChangedNothing() {
        Long before = COMMITS_BEFORE.get();
        return before != null && before == Commits.soFar();
    }
}
