package org.deviceoffboarding.agent.removal;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/** An owner removed the agent. */
@AuditedAs(
        name = "agent.removed",
        label = "Removed the agent",
        meaning =
                "An owner removed the agent: nothing is read from the tenant any more, and what it read and found is deleted. What was"
                        + " changed in Entra stays as it is.",
        details = {
            "identity: the name of whose identity in Entra it had",
            "deleted: what is deleted with it, with numbers",
            "kept: what stays, with numbers"
        })
record AgentRemoved(String identityName, RemovalPlan plan) implements AuditableAction {

    @Override
    public String action() {
        return "agent.removed";
    }

    @Override
    public String subject() {
        return "agent";
    }

    @Override
    public String summary() {
        return "Removed the agent, which had the identity of " + identityName;
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("identity", identityName)
                .with("deleted", plan.goes())
                .with("kept", plan.stays());
    }
}
