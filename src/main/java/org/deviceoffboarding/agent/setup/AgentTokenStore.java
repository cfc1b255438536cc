package org.deviceoffboarding.agent.setup;

import java.time.Clock;
import java.time.Instant;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.delegation.RefreshTokenStore;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.signin.SignInRefusal;
import org.springframework.stereotype.Component;

/** The agent's refresh token in the database. */
@Component
class AgentTokenStore implements RefreshTokenStore {

    private final AgentRepository agents;
    private final AgentSignIn signIn;
    private final AuditLog auditLog;
    private final Clock clock;

    AgentTokenStore(AgentRepository agents, AgentSignIn signIn, AuditLog auditLog, Clock clock) {
        this.agents = agents;
        this.signIn = signIn;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /**
     * @throws AgentMissingException if no agent is set up
     * @throws GraphSignInExpiredException if no run has used the identity for as long as it lasts
     */
    @Override
    public EncryptedToken get() {
        Agent agent = agents.find().orElseThrow(AgentMissingException::new);
        if (!clock.instant().isBefore(agent.expiresAt())) {
            throw new GraphSignInExpiredException(AgentRefusals.unused(agent.identityName()));
        }
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
