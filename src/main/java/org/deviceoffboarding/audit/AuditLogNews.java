package org.deviceoffboarding.audit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells open pages that entries were recorded: not of each, since there can be thousands a second, but of all that came within a second
 * together. So no page has to ask the database whether there are any.
 */
@Component
public class AuditLogNews {

    private final ApplicationEventPublisher events;
    private final Executor later;
    private final AtomicBoolean noted = new AtomicBoolean();

    private final TransactionSynchronization committed = new TransactionSynchronization() {
        @Override
        public void afterCommit() {
            note();
        }
    };

    @Autowired
    AuditLogNews(ApplicationEventPublisher events) {
        this(events, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
    }

    /** @param later when pages are told of what was noted until then */
    AuditLogNews(ApplicationEventPublisher events, Executor later) {
        this.events = events;
        this.later = later;
    }

    /** Notes that entries are recorded in the caller's transaction, if there is one: once it is committed, and not otherwise. */
    void recorded() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(committed); // a set, so that many entries are one
        } else {
            note();
        }
    }

    /** Notes that there is more, as where another portal recorded it. */
    public void note() {
        if (noted.compareAndSet(false, true)) {
            later.execute(this::tell);
        }
    }

    private void tell() {
        noted.set(false);
        events.publishEvent(new AuditLogGrown());
    }
}
