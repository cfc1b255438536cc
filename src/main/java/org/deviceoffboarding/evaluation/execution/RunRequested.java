package org.deviceoffboarding.evaluation.execution;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for a run, or the schedule did.
 *
 * @param rulesVersion which rules it goes by
 * @param instructionVersion which custom instructions it goes by
 * @param cause why the schedule asked; null where a person did
 */
@AuditedAs(
        name = "run.requested",
        label = "Asked for a run",
        meaning =
                "Somebody, or the schedule that an owner set, asked the agent to read the tenant and to judge its devices. Changes nothing in the tenant.",
        details = {
            "run: its number",
            "rulesVersion: the version of the thresholds that it goes by; 0 for those that hold before an owner changes any",
            "instructionVersion: the version of the custom instructions that it goes by; 0 where there are none",
            "scheduleVersion: the version of the schedule, where that asked",
            "setBy: the name of the owner who set it",
            "dueAt: for when it was due by the schedule",
            "failuresBefore: how often it had failed before",
            "missed: how many times before it came and were missed"
        })
record RunRequested(
        long runId,
        long rulesVersion,
        long instructionVersion,
        @Nullable ScheduledCause cause) implements AuditableAction {

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
        return "Asked for run " + runId + (cause == null ? "" : ", " + cause.words());
    }

    @Override
    public AuditDetails details() {
        AuditDetails details = AuditDetails.NONE
                .with("run", runId)
                .with("rulesVersion", rulesVersion)
                .with("instructionVersion", instructionVersion);
        return cause == null
                ? details
                : details.with("scheduleVersion", cause.scheduleVersion())
                        .with("setBy", cause.setBy())
                        .with("dueAt", cause.dueAt())
                        .with("failuresBefore", cause.failuresBefore())
                        .with("missed", cause.missed());
    }
}
