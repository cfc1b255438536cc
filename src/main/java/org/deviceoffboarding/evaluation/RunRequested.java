package org.deviceoffboarding.evaluation;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/**
 * Somebody asked for a run.
 *
 * @param rulesVersion which rules it goes by
 * @param instructionVersion which custom instructions it goes by
 */
@AuditedAs(
        name = "run.requested",
        label = "Asked for a run",
        meaning =
                "Somebody asked the agent to read the tenant and to judge its devices. Changes nothing in the tenant.",
        details = {
            "run: its number",
            "rulesVersion: the version of the thresholds that it goes by; 0 for those that hold before an owner changes any",
            "instructionVersion: the version of the custom instructions that it goes by; 0 where there are none"
        })
record RunRequested(long runId, long rulesVersion, long instructionVersion) implements AuditableAction {

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

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("run", runId)
                .with("rulesVersion", rulesVersion)
                .with("instructionVersion", instructionVersion);
    }
}
