package org.deviceoffboarding.agent;

import java.time.Clock;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agent's refresh token in the database. Short transactions of its own; none is held while the network is asked. */
@Component
class StoredToken {

    private final AgentRepository agents;
    private final TokenCipher cipher;
    private final AuditLog auditLog;
    private final Clock clock;

    StoredToken(AgentRepository agents, TokenCipher cipher, AuditLog auditLog, Clock clock) {
        this.agents = agents;
        this.cipher = cipher;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** @throws AgentMissingException if no agent is set up */
    @Transactional(readOnly = true)
    public EncryptedToken get() {
        return agents.findToken().orElseThrow(AgentMissingException::new);
    }

    public String decrypt(EncryptedToken token) {
        return cipher.decrypt(token);
    }

    /** Stores the token that the tenant gave for the one before, and that the identity was used now. */
    @Transactional
    public EncryptedToken replace(String refreshToken) {
        EncryptedToken encrypted = cipher.encrypt(refreshToken);
        agents.replaceToken(encrypted, clock.instant());
        return encrypted;
    }

    /** Marks the identity as no longer accepted, and says so in the audit log once. */
    @Transactional
    public void expired() {
        if (agents.markExpired()) {
            agents.find()
                    .ifPresent(agent ->
                            auditLog.record(Actor.PORTAL, new AgentAction.IdentityExpired(agent.identityName())));
        }
    }
}
