package org.deviceoffboarding.base.database;

import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Counts the transactions that a thread has committed. One whose commit was begun counts: where the connection is cut in that
 * moment nobody knows what became of it.
 */
public final class Commits implements TransactionExecutionListener {

    private static final ThreadLocal<Long> COUNT = ThreadLocal.withInitial(() -> 0L);

    Commits() {}

    /** Returns a number that grows with each commit of this thread. */
    public static long soFar() {
        return COUNT.get();
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (!transaction.isReadOnly()) {
            COUNT.set(COUNT.get() + 1);
        }
    }
}
