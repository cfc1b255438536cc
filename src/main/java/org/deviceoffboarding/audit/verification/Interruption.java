package org.deviceoffboarding.audit.verification;

import java.util.concurrent.CancellationException;

/** A verification that nobody wants any more ends between two entries. */
final class Interruption {

    private Interruption() {}

    static void heed() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Nobody waits for it any more");
        }
    }
}
