package org.deviceoffboarding.agent.setup;

import java.util.Set;
import org.deviceoffboarding.access.DelegatedConsent;
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
    public String redirectPath() {
        return REDIRECT_PATH;
    }
}
