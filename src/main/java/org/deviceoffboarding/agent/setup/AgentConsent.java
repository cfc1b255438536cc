package org.deviceoffboarding.agent.setup;

import java.util.Set;
import org.deviceoffboarding.access.DelegatedConsent;
import org.deviceoffboarding.base.Capability;
import org.springframework.stereotype.Component;

/** The consent that <em>Start agent</em> asks the administrator for. */
@Component
class AgentConsent implements DelegatedConsent {

    static final String REGISTRATION = "agent";

    static final String REDIRECT_PATH = "/agent-consent";

    @Override
    public String registrationId() {
        return REGISTRATION;
    }

    @Override
    public Set<String> scopes() {
        return AgentPermission.scopes();
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
