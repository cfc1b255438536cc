package org.deviceoffboarding.agent.setup;

import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.delegation.DelegatedTokens;
import org.deviceoffboarding.graph.AccessTokens;
import org.springframework.stereotype.Component;

/** The identity of the administrator who set the agent up, as long as there is an agent. */
@Component
class StoredAgentIdentity implements AgentIdentity {

    private final AgentRepository agents;
    private final AccessTokens tokens;

    StoredAgentIdentity(AgentRepository agents, AgentTokenStore store, AgentConsent consent, DelegatedTokens tokens) {
        this.agents = agents;
        this.tokens = tokens.of(consent, store, new AgentRefusals());
    }

    @Override
    public boolean present() {
        return agents.find().isPresent();
    }

    @Override
    public AccessTokens tokens() {
        if (!present()) {
            throw new AgentMissingException();
        }
        return tokens;
    }
}
