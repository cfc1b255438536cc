package org.deviceoffboarding.base.database;

import org.springframework.transaction.support.SimpleTransactionStatus;

/** Lets the thread of a test answer somebody in front of a page. */
public final class AnsweredPage implements AutoCloseable {

    public AnsweredPage() {
        PageWork.begin();
    }

    /** Something is stored meanwhile. */
    public void commits() {
        new Commits().beforeCommit(new SimpleTransactionStatus());
    }

    @Override
    public void close() {
        PageWork.end();
    }
}
