package org.deviceoffboarding.agent.setup;

import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.delegation.DelegatedTokens;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphException;
import org.springframework.stereotype.Component;

/** The identity of the administrator who set the agent up, as long as there is an agent. */
@Component
class StoredAgentIdentity implements AgentIdentity {

    private final AgentRepository agents;
    private final AgentSignIn signIn;
    private final AccessTokens tokens;

    StoredAgentIdentity(
            AgentRepository agents,
            AgentTokenStore store,
            AgentConsent consent,
            AgentSignIn signIn,
            DelegatedTokens tokens) {
        this.agents = agents;
        this.signIn = signIn;
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

    @Override
    public void noteRefusal(GraphException fault) {
        fault.refusal().filter(each -> each.reason().isOfGraph()).ifPresent(signIn::refused);
    }

    @Override
    public void noteAccepted() {
        signIn.accepted();
    }
}
