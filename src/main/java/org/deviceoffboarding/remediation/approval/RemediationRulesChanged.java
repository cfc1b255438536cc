package org.deviceoffboarding.remediation.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.base.words.Written;

/** An owner changed the rules for change requests. */
@AuditedAs(
        name = "request-rules.changed",
        label = "Changed the rules for requests",
        meaning =
                "An owner changed when a request needs approval and how much may be done, or the portal tightened it to what its"
                        + " configuration allows.",
        changes = {
            "approvalFrom: from how many devices on a request needs approval",
            "perRequest: how many devices a request may hold",
            "perDay: how many devices may be disabled or deleted within 24 hours"
        })
record RemediationRulesChanged(RemediationRules before, RemediationRules after) implements AuditableAction {

    @Override
    public String action() {
        return "request-rules.changed";
    }

    @Override
    public String subject() {
        return "";
    }

    @Override
    public String summary() {
        return "Changed the rules for requests: " + String.join("; ", changes());
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .changed("approvalFrom", before.approvalFrom(), after.approvalFrom())
                .changed("perRequest", before.perRequest(), after.perRequest())
                .changed("perDay", before.perDay(), after.perDay());
    }

    /** Returns what is different, each with its value after and before. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        add(changes, "approval is needed from %s on (was %,d)", before.approvalFrom(), after.approvalFrom());
        add(changes, "a request holds at most %s (was %,d)", before.perRequest(), after.perRequest());
        add(changes, "24 hours hold at most %s to disable or delete (was %,d)", before.perDay(), after.perDay());
        return changes;
    }

    private static void add(List<String> changes, String sentence, int before, int after) {
        if (before != after) {
            changes.add(String.format(Locale.ENGLISH, sentence, Written.devices(after), before));
        }
    }
}
