package org.deviceoffboarding.evaluation;

import java.util.function.Consumer;

/**
 * What a module makes of a run's findings, as a part of its result. It is made beforehand, while people go on working, and put in
 * place by the short transaction that makes the result the one that counts. Declared as beans; called in their
 * {@link org.springframework.core.annotation.Order}, on the thread that carries the run out.
 */
public interface ResultPart {

    /**
     * Makes the part, which nobody sees yet. Called outside of any transaction, once all devices are judged and confirmed;
     * called again when the run goes on after a restart.
     *
     * @param held carries changes out in a short transaction of their own, as long as the run is the caller's
     */
    Prepared prepare(long runId, Consumer<Runnable> held);

    /** Forgets what was made for a run that ends without a result, in the transaction that says so. */
    default void discard(long runId) {}

    /** A part that was made. */
    interface Prepared {

        /**
         * Puts the part in place, in the transaction that publishes: with whatever people and the portal did since it was made.
         * Nobody can work until that ends, so it does what has to be done then and no more.
         */
        void swapIn();
    }
}
