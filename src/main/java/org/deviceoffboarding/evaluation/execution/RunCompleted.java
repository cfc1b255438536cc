package org.deviceoffboarding.evaluation.execution;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.evaluation.Run;

/** A run's result took the place of the one before. */
@AuditedAs(
        name = "run.completed",
        label = "Completed a run",
        meaning = "A run has read and judged all devices, and its result is the one that counts from now on.",
        details = {
            "run: its number",
            "entraDevices: how many devices it read in Entra",
            "managedDevices: how many managed devices it read in Intune",
            "autopilotIdentities: how many Autopilot registrations it read",
            "removalEvents: how many events it read in Intune's audit log",
            "flagged: how many devices it flagged",
            "leftOut: how many a rule or an exception left out",
            "suggestions: how many suggestions it made",
            "restarts: how often it went on after it was cut off",
            "caution: why its result may be wrong; none where nothing speaks against it"
        })
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

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("run", run.id())
                .with("entraDevices", run.progress().entraDevices())
                .with("managedDevices", run.progress().managedDevices())
                .with("autopilotIdentities", run.progress().autopilotIdentities())
                .with("removalEvents", run.progress().removalEvents())
                .with("flagged", run.flagged())
                .with("leftOut", run.leftOut())
                .with("suggestions", run.suggestions())
                .with("restarts", run.restarts())
                .with("caution", run.caution());
    }
}
