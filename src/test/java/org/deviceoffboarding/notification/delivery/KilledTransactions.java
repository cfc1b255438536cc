package org.deviceoffboarding.notification.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the portal, as far as the caller sees, before or behind one of its transactions. */
final class KilledTransactions extends TransactionTemplate {

    /** The portal is gone. */
    static final class Killed extends Error {}

    private int left;

    /** @param steps how many beginnings and ends of transactions it lives through */
    KilledTransactions(PlatformTransactionManager transactions, int steps) {
        super(transactions);
        left = steps;
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        step();
        T result = super.execute(action);
        step();
        return result;
    }

    private void step() {
        if (left-- == 0) {
            throw new Killed();
        }
    }
}
