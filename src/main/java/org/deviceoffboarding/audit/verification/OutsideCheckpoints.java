package org.deviceoffboarding.audit.verification;

import org.jspecify.annotations.Nullable;

/** Where the checkpoints outside the database are read. */
interface OutsideCheckpoints {

    /**
     * Opens those that are there now.
     *
     * @param from those of smaller sizes are left out
     * @throws UnusableNoteException if they are of another log, or can't be read
     */
    Reading open(long from);

    /** Checkpoints in the order of their sizes, of which few are in memory. For one thread. */
    interface Reading extends AutoCloseable {

        /**
         * Returns the next; null behind the last.
         *
         * @throws UnusableNoteException if it is of another log, or can't be read
         */
        @Nullable
        Claim next();

        @Override
        void close();
    }
}
