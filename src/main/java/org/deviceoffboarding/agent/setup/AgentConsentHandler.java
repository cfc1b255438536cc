package org.deviceoffboarding.agent.setup;

import jakarta.servlet.http.HttpSession;
import org.deviceoffboarding.access.DelegatedConsent;
import org.deviceoffboarding.delegation.ConsentHandler;
import org.deviceoffboarding.delegation.ConsentRefusedException;
import org.deviceoffboarding.delegation.GivenConsent;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts the agent once the administrator comes back from the consent, or leads to where it can be tried again. */
@Component
class AgentConsentHandler implements ConsentHandler {

    private final AgentConsent consent;
    private final AgentService agents;

    AgentConsentHandler(AgentConsent consent, AgentService agents) {
        this.consent = consent;
        this.agents = agents;
    }

    @Override
    public DelegatedConsent consent() {
        return consent;
    }

    @Override
    public String handle(@Nullable GivenConsent given, @Nullable SignInRefusal refusal, HttpSession session) {
        SetUpProblem problem = new SetUpProblem(session);
        try {
            start(given, refusal);
            problem.clear();
            return "/";
        } catch (ConsentRefusedException e) {
            problem.set(e.reason());
            return "/settings";
        }
    }

    private void start(@Nullable GivenConsent given, @Nullable SignInRefusal refusal) {
        if (given == null && refusal != null && !refusal.code().equals("access_denied")) {
            throw agents.refused(refusal);
        }
        if (given == null) {
            throw agents.declined("The consent was cancelled or refused. Nothing was changed.");
        }
        if (given.refreshToken() == null) {
            throw agents.declined(
                    "The tenant gave no refresh token, so the agent could not run by itself. Allow the scope"
                            + " offline_access for the app registration.");
        }
        agents.start(given);
    }
}
