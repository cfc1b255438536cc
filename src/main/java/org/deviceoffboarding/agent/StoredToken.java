package org.deviceoffboarding.agent;

import java.time.Clock;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.delegation.EncryptedToken;
import org.deviceoffboarding.delegation.RefreshTokenStore;
import org.deviceoffboarding.delegation.TokenCipher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agent's refresh token in the database. Short transactions of its own; none is held while the network is asked. */
@Component
class StoredToken implements RefreshTokenStore {

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
    @Override
    @Transactional(readOnly = true)
    public EncryptedToken get() {
        return agents.findToken().orElseThrow(AgentMissingException::new);
    }

    @Override
    public String decrypt(EncryptedToken token) {
        return cipher.decrypt(token);
    }

    /** Stores the token that the tenant gave for the one before, and that the identity was used now. */
    @Override
    @Transactional
    public EncryptedToken replace(EncryptedToken used, String refreshToken) {
        EncryptedToken encrypted = cipher.encrypt(refreshToken);
        agents.replaceToken(used, encrypted, clock.instant());
        return encrypted;
    }

    /** Marks the identity as no longer accepted, and says so in the audit log once. */
    @Override
    @Transactional
    public void expired(EncryptedToken refused) {
        if (agents.markExpired(refused)) {
            agents.find()
                    .ifPresent(agent ->
                            auditLog.record(Actor.PORTAL, new AgentAction.IdentityExpired(agent.identityName())));
        }
    }
}
