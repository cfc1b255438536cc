package org.deviceoffboarding.agent.removal;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/** All is deleted that goes with an agent that was removed. */
@AuditedAs(
        name = "agent.data-deleted",
        label = "Deleted the data of a removed agent",
        meaning = "What an agent had read and found is no longer in the database, after an owner had removed it.",
        details = "identity: the name of whose identity in Entra it had")
record AgentDataDeleted(String identityName) implements AuditableAction {

    @Override
    public String action() {
        return "agent.data-deleted";
    }

    @Override
    public String subject() {
        return "agent";
    }

    @Override
    public String summary() {
        return "Deleted what the removed agent had read and found as " + identityName;
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE.with("identity", identityName);
    }
}
