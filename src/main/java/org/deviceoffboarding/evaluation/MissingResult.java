package org.deviceoffboarding.evaluation;

import org.deviceoffboarding.agent.AgentIdentity;
import org.springframework.stereotype.Component;

/** What pages that show a result say where there is none. Asks for no role. */
@Component
public class MissingResult {

    private final AgentIdentity agent;

    MissingResult(AgentIdentity agent) {
        this.agent = agent;
    }

    /** Returns that no agent is set up, so that nothing is read or found; else another sentence. */
    public String or(String withAnAgent) {
        return agent.present()
                ? withAnAgent
                : "No agent is set up, so that nothing is read from the tenant and nothing is found. An owner sets it up under Settings.";
    }
}
