package org.deviceoffboarding.exception.register;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records that exceptions ended with their last day: nobody does that, so nobody else would say so. */
@Component
class ExceptionEnds {

    private static final int AT_ONCE = 100;

    private final ExceptionRepository exceptions;
    private final AuditLog auditLog;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ExceptionEnds(ExceptionRepository exceptions, AuditLog auditLog, TransactionTemplate transactions, Clock clock) {
        this.exceptions = exceptions;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Called every few minutes. */
    void look() {
        while (noteSome() == AT_ONCE) {
            // Each few in a transaction of their own.
        }
    }

    private int noteSome() {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            List<DeviceException> ended = exceptions.noteEnded(clock.instant(), AT_ONCE);
            ended.forEach(each -> auditLog.record(Actor.PORTAL, new ExceptionAction.Ended(each)));
            return ended.size();
        }));
    }
}
