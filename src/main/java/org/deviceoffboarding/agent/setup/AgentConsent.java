package org.deviceoffboarding.agent.setup;

import java.util.Set;
import org.deviceoffboarding.access.DelegatedConsent;
import org.deviceoffboarding.base.Capability;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The consent that <em>Start agent</em> asks the administrator for. */
@Component
class AgentConsent implements DelegatedConsent {

    static final String REGISTRATION = "agent";

    static final String REDIRECT_PATH = "/agent-consent";

    /** Only when it is asked for: registrations are made before the database is there. */
    private final ObjectProvider<AgentRepository> agents;

    AgentConsent(ObjectProvider<AgentRepository> agents) {
        this.agents = agents;
    }

    @Override
    public String registrationId() {
        return REGISTRATION;
    }

    @Override
    public Set<String> scopes() {
        return AgentPermission.scopes();
    }

    /** Nobody is asked again for what an agent was given: its permissions are granted to the app. */
    @Override
    public boolean alwaysAsked() {
        return agents.getObject()
                .find()
                .filter(agent -> !agent.isApplication()) // what was granted to the app itself is no consent of a person
                .map(Agent::scopes)
                .filter(AgentPermission::allAmong)
                .isEmpty();
    }

    @Override
    public Capability needed() {
        return Capability.SET_UP_AGENT;
    }

    @Override
    public String begunOn() {
        return "/settings";
    }

    @Override
    public String redirectPath() {
        return REDIRECT_PATH;
    }
}
