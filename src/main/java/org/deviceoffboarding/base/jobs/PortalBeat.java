package org.deviceoffboarding.base.jobs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that each portal does again and again on a thread of its own, whatever others on its database do. Its action must throw
 * nothing: what throws is not done again. Safe for use by several threads.
 */
public final class PortalBeat {

    private final String name;
    private final Duration pace;
    private final Runnable action;
    private @Nullable ScheduledExecutorService thread;

    /**
     * @param name of the thread
     * @param pace between the end of one and the beginning of the next
     */
    public PortalBeat(String name, Duration pace, Runnable action) {
        this.name = name;
        this.pace = pace;
        this.action = action;
    }

    /** Begins at once, unless it goes on already. */
    public void start() {
        start(Duration.ZERO);
    }

    /** Begins after its first pause, unless it goes on already. */
    public void startAfterPause() {
        start(pace);
    }

    private synchronized void start(Duration pause) {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name(name).factory());
            thread.scheduleWithFixedDelay(action, pause.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Returns whether it was begun and not ended since. */
    public synchronized boolean isGoing() {
        return thread != null;
    }

    /** Ends it, and interrupts the action if it is at work. */
    public void stop() {
        end(ScheduledExecutorService::shutdownNow);
    }

    /** Ends it, and lets the action end by itself if it is at work. */
    public void stopAfterwards() {
        end(ScheduledExecutorService::shutdown);
    }

    private synchronized void end(Consumer<ScheduledExecutorService> how) {
        if (thread != null) {
            how.accept(thread);
            thread = null;
        }
    }
}
