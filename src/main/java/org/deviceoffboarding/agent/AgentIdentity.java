package org.deviceoffboarding.agent;

import org.deviceoffboarding.graph.AccessTokens;
import org.springframework.stereotype.Component;

/** The identity that runs read the tenant with. Used by jobs, so it asks for no role. */
@Component
public class AgentIdentity {

    private final AgentRepository agents;
    private final AgentTokens tokens;

    AgentIdentity(AgentRepository agents, AgentTokens tokens) {
        this.agents = agents;
        this.tokens = tokens;
    }

    /** Returns whether an agent is set up, even if its identity has expired. */
    public boolean present() {
        return agents.find().isPresent();
    }

    /**
     * Returns the agent's access tokens. Each call of {@link AccessTokens#get()} gives one that is good for minutes at least,
     * renewed over the network where needed; safe for several threads.
     *
     * @throws AgentMissingException if no agent is set up
     */
    public AccessTokens tokens() {
        if (!present()) {
            throw new AgentMissingException();
        }
        return tokens;
    }
}
