package org.deviceoffboarding.evaluation.retention;

import org.deviceoffboarding.audit.AuditableAction;

/** What a run found is no longer kept. */
record ResultRemoved(long runId, int days) implements AuditableAction {

    @Override
    public String action() {
        return "run.forgotten";
    }

    @Override
    public String subject() {
        return "run:" + runId;
    }

    @Override
    public String summary() {
        return "No longer keeps what run " + runId + " found, which is more than " + days + " days ago";
    }
}
