package org.deviceoffboarding.evaluation.ui;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Once a second, on a thread of its own that is there only meanwhile. */
final class SecondBeat implements Beat {

    private @Nullable ScheduledExecutorService thread;

    @Override
    public synchronized void start(Runnable action) {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("run-elapsed").factory());
            thread.scheduleAtFixedRate(action, 1, 1, TimeUnit.SECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown(); // not interrupted: it may be bringing a page up to date, with a connection in its hands
            thread = null;
        }
    }
}
