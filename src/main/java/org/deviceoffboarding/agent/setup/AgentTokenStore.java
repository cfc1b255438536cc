package org.deviceoffboarding.agent.setup;

import java.time.Instant;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.delegation.RefreshTokenStore;
import org.deviceoffboarding.signin.SignInRefusal;
import org.springframework.stereotype.Component;

/** The agent's refresh token in the database. */
@Component
class AgentTokenStore implements RefreshTokenStore {

    private final AgentRepository agents;
    private final AgentSignIn signIn;
    private final AuditLog auditLog;

    AgentTokenStore(AgentRepository agents, AgentSignIn signIn, AuditLog auditLog) {
        this.agents = agents;
        this.signIn = signIn;
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
        signIn.tokenGiven();
        agents.find()
                .ifPresent(agent -> auditLog.record(Actor.PORTAL, new AgentAction.TokenRenewed(agent.identityName())));
    }

    @Override
    public void refused(EncryptedToken refused, SignInRefusal why, Instant at) {
        signIn.refused(refused, why, at);
    }
}
