package org.deviceoffboarding.notification;

import java.time.ZoneOffset;
import java.util.List;
import org.deviceoffboarding.audit.AuditLogUnproved;
import org.deviceoffboarding.base.Roles;

/** The audit log does not verify: told once a day for as long as it is found so. */
record LogNotice(AuditLogUnproved found) implements Notice {

    @Override
    public NoticeKind kind() {
        return NoticeKind.LOG_UNPROVED;
    }

    @Override
    public String key() {
        return "audit:unproved:" + found.at().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public String subject() {
        return "audit";
    }

    @Override
    public String sentence() {
        return "The audit log does not verify. " + found.sentence();
    }

    @Override
    public List<Recipient> recipients() {
        return List.of(
                Recipient.everyoneWith(Roles.OWNER, "You are an owner."),
                Recipient.everyoneWith(Roles.AUDITOR, "You are an auditor."));
    }
}
