package org.deviceoffboarding.audit.exported;

import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.ui.transfer.ListTaken;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records who took which list away: before the browser is told that it has all of it. */
@Component
class ListExportAudit {

    private final AuditLog auditLog;
    private final TransactionTemplate transaction;

    ListExportAudit(AuditLog auditLog, TransactionTemplate transaction) {
        this.auditLog = auditLog;
        this.transaction = transaction;
    }

    @EventListener
    void on(ListTaken taken) {
        transaction.executeWithoutResult(status -> auditLog.record(taken.by(), new ListExported(taken)));
    }
}
