package org.deviceoffboarding.agent.setup;

import java.time.Instant;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.delegation.RefreshTokenStore;
import org.springframework.stereotype.Component;

/** The agent's refresh token in the database. */
@Component
class AgentTokenStore implements RefreshTokenStore {

    private final AgentRepository agents;
    private final AuditLog auditLog;

    AgentTokenStore(AgentRepository agents, AuditLog auditLog) {
        this.agents = agents;
        this.auditLog = auditLog;
    }

    /** @throws AgentMissingException if no agent is set up */
    @Override
    public EncryptedToken get() {
        return agents.findToken().orElseThrow(AgentMissingException::new);
    }

    @Override
    public void replace(EncryptedToken used, EncryptedToken next, Instant usedAt) {
        agents.replaceToken(used, next, usedAt);
        agents.find()
                .ifPresent(agent -> auditLog.record(Actor.PORTAL, new AgentAction.TokenRenewed(agent.identityName())));
    }

    /** Marks the identity as no longer accepted, and says so in the audit log once. */
    @Override
    public void expired(EncryptedToken refused) {
        if (agents.markExpired(refused)) {
            agents.find()
                    .ifPresent(agent ->
                            auditLog.record(Actor.PORTAL, new AgentAction.IdentityExpired(agent.identityName())));
        }
    }
}
