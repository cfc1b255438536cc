package org.deviceoffboarding.evaluation.execution;

import org.deviceoffboarding.audit.AuditableAction;

record RunFailed(long runId, String reason) implements AuditableAction {

    @Override
    public String action() {
        return "run.failed";
    }

    @Override
    public String subject() {
        return "run:" + runId;
    }

    @Override
    public String summary() {
        return "Run " + runId + " failed: " + reason;
    }
}
