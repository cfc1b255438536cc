package org.deviceoffboarding.evaluation.retention;

import org.deviceoffboarding.audit.AuditableAction;

/** An owner changed how long results are kept. */
record RetentionChanged(int before, int days) implements AuditableAction {

    @Override
    public String action() {
        return "retention.changed";
    }

    @Override
    public String subject() {
        return "retention";
    }

    @Override
    public String summary() {
        return "Changed how long the results of runs are kept: " + days + " days (were " + before + ")";
    }
}
