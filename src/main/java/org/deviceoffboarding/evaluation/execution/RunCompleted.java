package org.deviceoffboarding.evaluation.execution;

import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.evaluation.Run;

record RunCompleted(Run run) implements AuditableAction {

    @Override
    public String action() {
        return "run.completed";
    }

    @Override
    public String subject() {
        return "run:" + run.id();
    }

    @Override
    public String summary() {
        String completed = "Completed run %d: %d devices read, %d flagged, %d left out, %d suggestions"
                .formatted(run.id(), run.progress().devicesRead(), run.flagged(), run.leftOut(), run.suggestions());
        return run.caution() == null ? completed : completed + ". " + run.caution();
    }
}
