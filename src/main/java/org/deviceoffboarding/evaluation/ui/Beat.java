package org.deviceoffboarding.evaluation.ui;

/** Does something again and again, while it is wanted. */
interface Beat {

    /** Begins, unless it has begun. */
    void start(Runnable action);

    /** Ends, unless it has ended. What is being done meanwhile may still come to its end. */
    void stop();
}
