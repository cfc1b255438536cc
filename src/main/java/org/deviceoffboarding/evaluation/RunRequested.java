package org.deviceoffboarding.evaluation;

import org.deviceoffboarding.audit.AuditableAction;

record RunRequested(long runId) implements AuditableAction {

    @Override
    public String action() {
        return "run.requested";
    }

    @Override
    public String subject() {
        return "run:" + runId;
    }

    @Override
    public String summary() {
        return "Asked for run " + runId;
    }
}
