package org.deviceoffboarding.agent.setup;

import jakarta.servlet.http.HttpSession;
import org.deviceoffboarding.access.DelegatedConsent;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.delegation.ConsentHandler;
import org.deviceoffboarding.delegation.ConsentRefusedException;
import org.deviceoffboarding.delegation.GivenConsent;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts or renews the agent once the administrator comes back from the tenant, and says what came of it. */
@Component
class AgentConsentHandler implements ConsentHandler {

    private final AgentConsent consent;
    private final AgentService agents;
    private final CurrentActor currentActor;

    AgentConsentHandler(AgentConsent consent, AgentService agents, CurrentActor currentActor) {
        this.consent = consent;
        this.agents = agents;
        this.currentActor = currentActor;
    }

    @Override
    public DelegatedConsent consent() {
        return consent;
    }

    @Override
    public String handle(@Nullable GivenConsent given, @Nullable SignInRefusal refusal, HttpSession session) {
        AgentVisit visit = new AgentVisit(session, currentActor);
        AgentWish wish = visit.end().orElseGet(() -> AgentWish.usual(agents.find()));
        try {
            String done = start(given, refusal, wish);
            if (wish.kind() == AgentWish.Kind.SET_UP) {
                return "/";
            }
            visit.keep(new AgentVisit.Outcome(done, true, false));
        } catch (ConsentRefusedException e) {
            visit.keep(new AgentVisit.Outcome(e.reason(), false, e instanceof OtherIdentityException));
        }
        return "/settings";
    }

    private String start(@Nullable GivenConsent given, @Nullable SignInRefusal refusal, AgentWish wish) {
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
        return agents.start(given, wish);
    }
}
