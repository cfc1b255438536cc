package org.deviceoffboarding.notification;

import org.deviceoffboarding.audit.AuditLogUnproved;
import org.deviceoffboarding.base.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells people what the audit log, which knows nobody, has to tell. */
@Component
class LogNotices {

    private static final Logger log = LoggerFactory.getLogger(LogNotices.class);

    private final NoticeOutbox outbox;
    private final TransactionTemplate transactions;

    LogNotices(NoticeOutbox outbox, TransactionTemplate transactions) {
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** Whoever verifies is told what was found, whatever becomes of this. */
    @EventListener
    void on(AuditLogUnproved found) {
        try {
            transactions.executeWithoutResult(transaction -> outbox.tell(Actor.PORTAL, new LogNotice(found)));
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Nobody could be told that the audit log does not verify");
        }
    }
}
