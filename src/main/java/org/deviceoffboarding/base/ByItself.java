package org.deviceoffboarding.base;

/**
 * What an open page does by itself, since it is told of news: not its person. What is refused then is no refusal of the person:
 * the page is made anew by what the person may do now.
 */
public final class ByItself {

    private static final ScopedValue<Boolean> RUNNING = ScopedValue.newInstance();

    private ByItself() {}

    public static void run(Runnable update) {
        ScopedValue.where(RUNNING, true).run(update);
    }

    /** Returns whether this thread does something that nobody asked for. */
    public static boolean isRunning() {
        return RUNNING.isBound();
    }
}
