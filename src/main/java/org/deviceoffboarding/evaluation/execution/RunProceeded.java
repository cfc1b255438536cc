package org.deviceoffboarding.evaluation.execution;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedFields;
import org.deviceoffboarding.audit.AuditedValues;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunPhase;

/**
 * What the portal does with a run between its beginning and its end.
 *
 * @param how what it does
 */
@AuditedFields(
        details = {
            "run: its number",
            "phase: what it is doing",
            "restarts: how often it went on after it was cut off",
            "requestedBy: the name of who asked for it"
        })
@AuditedValues(field = "phase", of = RunPhase.class)
@AuditedAs(
        name = "run.started",
        label = "Began a run",
        meaning = "A portal took up a run that somebody asked for, and reads the tenant as the agent.")
@AuditedAs(
        name = "run.went-on",
        label = "Went on with a run",
        meaning = "A portal took up a run again that was cut off: a portal had stopped, or the database was away.")
@AuditedAs(
        name = "run.suspended",
        label = "Suspended a run",
        meaning = "The portal stops, or the database is away. The run goes on where it was, here or in another portal.")
record RunProceeded(Run run, How how) implements AuditableAction {

    enum How {
        STARTED,
        WENT_ON,
        SUSPENDED
    }

    /** Returns what it means that a run was taken up. */
    static RunProceeded takenUp(Run run) {
        return new RunProceeded(run, run.restarts() == 0 ? How.STARTED : How.WENT_ON);
    }

    static RunProceeded suspended(Run run) {
        return new RunProceeded(run, How.SUSPENDED);
    }

    @Override
    public String action() {
        return switch (how) {
            case STARTED -> "run.started";
            case WENT_ON -> "run.went-on";
            case SUSPENDED -> "run.suspended";
        };
    }

    @Override
    public String subject() {
        return "run:" + run.id();
    }

    @Override
    public String summary() {
        return switch (how) {
            case STARTED ->
                "Began run " + run.id() + ", which " + run.requestedBy().name() + " asked for";
            case WENT_ON -> "Went on with run " + run.id() + " where it was cut off";
            case SUSPENDED -> "Suspended run " + run.id() + "; it goes on where it was";
        };
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("run", run.id())
                .with("phase", run.phase())
                .with("restarts", run.restarts())
                .with("requestedBy", run.requestedBy().name());
    }
}
