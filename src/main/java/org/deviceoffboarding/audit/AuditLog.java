package org.deviceoffboarding.audit;

import java.time.Clock;
import org.deviceoffboarding.base.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records who did what. Reading the log is {@link org.deviceoffboarding.audit.reading.AuditLogService}'s. */
@Service
public class AuditLog {

    private final AuditEntryWriter entries;
    private final AuditLogNews news;
    private final Clock clock;

    AuditLog(AuditEntryWriter entries, AuditLogNews news, Clock clock) {
        this.entries = entries;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Adds one entry in the caller's transaction, so that a change and its entry are stored together or not at all.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException if the caller has no transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, AuditableAction action) {
        entries.append(clock.instant(), actor, action);
        news.recorded();
    }
}
