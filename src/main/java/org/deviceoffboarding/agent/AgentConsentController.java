package org.deviceoffboarding.agent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.deviceoffboarding.base.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Where the administrator comes back to from the consent: takes the tokens out of the session and starts the agent. */
@Controller
class AgentConsentController {

    private final AgentService agents;
    private final OAuth2AuthorizedClientRepository consents;
    private final CurrentActor currentActor;

    AgentConsentController(AgentService agents, OAuth2AuthorizedClientRepository consents, CurrentActor currentActor) {
        this.agents = agents;
        this.consents = consents;
        this.currentActor = currentActor;
    }

    @GetMapping(AgentConsent.REDIRECT_PATH)
    RedirectView consented(
            @RequestParam(required = false) @Nullable String error,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        OAuth2AuthorizedClient consent =
                consents.loadAuthorizedClient(AgentConsent.REGISTRATION, authentication, request);
        consents.removeAuthorizedClient(AgentConsent.REGISTRATION, authentication, request, response);
        SetUpProblem problem = new SetUpProblem(request.getSession());
        try {
            start(error, consent);
            problem.clear();
            return new RedirectView("/", true);
        } catch (AgentRefusedException e) {
            problem.set(e.reason());
            return new RedirectView("/settings", true);
        }
    }

    private void start(@Nullable String error, @Nullable OAuth2AuthorizedClient consent) {
        if (error != null || consent == null) {
            throw agents.declined("The consent was cancelled or refused. Nothing was changed.", currentActor.get());
        }
        if (consent.getRefreshToken() == null) {
            throw agents.declined(
                    "The tenant gave no refresh token, so the agent could not run by itself. Allow the scope"
                            + " offline_access for the app registration.",
                    currentActor.get());
        }
        agents.start(
                new AgentService.GivenConsent(
                        consent.getAccessToken().getTokenValue(),
                        consent.getRefreshToken().getTokenValue(),
                        consent.getAccessToken().getScopes()),
                currentActor.get());
    }
}
