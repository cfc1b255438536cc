package org.deviceoffboarding.audit.transfer;

import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records that the person signed in takes entries of the log away. */
@Service
@May(Capability.EXPORT_AUDIT_LOG)
@Transactional
public class AuditTransferService {

    private final AuditLog auditLog;
    private final CurrentActor currentActor;

    AuditTransferService(AuditLog auditLog, CurrentActor currentActor) {
        this.auditLog = auditLog;
        this.currentActor = currentActor;
    }

    /** Records that an export begins, before anything is sent: what stops the portal midway leaves this entry. */
    public void begin(AuditFilter filter, String form) {
        auditLog.record(currentActor.get(), new AuditExportAction.Began(filter.narrowing(), form));
    }

    /**
     * Records that an export is complete.
     *
     * @param rows how many entries were sent
     */
    public void complete(AuditFilter filter, String form, long rows) {
        auditLog.record(currentActor.get(), new AuditExportAction.Completed(filter.narrowing(), form, rows));
    }
}
