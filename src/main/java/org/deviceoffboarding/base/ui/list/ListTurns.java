package org.deviceoffboarding.base.ui.list;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only so many lists be read at once as the database has something of, in the order in which they were asked for: whoever sorts a
 * long list waits for others who do, and with no connection, so that everything else goes on.
 */
final class ListTurns {

    /** Whoever has waited so long reads all the same: the database has its own limits. */
    private static final int PATIENCE_SECONDS = 5;

    private static final Semaphore TURNS =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    private ListTurns() {}

    static <T> T inTurn(Supplier<T> read) {
        boolean taken = take();
        try {
            return read.get();
        } finally {
            if (taken) {
                TURNS.release();
            }
        }
    }

    private static boolean take() {
        try {
            return TURNS.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
