package org.deviceoffboarding.remediation.approval;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.audit.AuditableAction;

/** An owner changed the rules for change requests. */
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

    /** Returns what is different, each with its value before and after. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        add(changes, "approval is needed from so many devices on", before.approvalFrom(), after.approvalFrom());
        add(changes, "most devices of a request", before.perRequest(), after.perRequest());
        add(changes, "most devices of 24 hours", before.perDay(), after.perDay());
        return changes;
    }

    private static void add(List<String> changes, String what, int before, int after) {
        if (before != after) {
            changes.add(what + " " + after + " (was " + before + ")");
        }
    }
}
