package org.deviceoffboarding.delegation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.delegation.ActionIdentityService.GivenConsent;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Where a person comes back to after signing in for actions: takes the tokens out of the session and lends the identity. */
@Controller
class ActionConsentController {

    private final ActionIdentityService identities;
    private final OAuth2AuthorizedClientRepository consents;
    private final CurrentActor currentActor;

    ActionConsentController(
            ActionIdentityService identities, OAuth2AuthorizedClientRepository consents, CurrentActor currentActor) {
        this.identities = identities;
        this.consents = consents;
        this.currentActor = currentActor;
    }

    @GetMapping(ActionConsent.REDIRECT_PATH)
    RedirectView consented(
            @RequestParam(required = false) @Nullable String error,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        OAuth2AuthorizedClient consent =
                consents.loadAuthorizedClient(ActionConsent.REGISTRATION, authentication, request);
        consents.removeAuthorizedClient(ActionConsent.REGISTRATION, authentication, request, response);
        Actor actor = currentActor.get();
        ActionSignInVisit visit = new ActionSignInVisit(request.getSession(), actor);
        Optional<String> begunOn = visit.end();
        try {
            lend(error, consent, begunOn.isPresent(), actor);
        } catch (IdentityRefusedException e) {
            visit.keepProblem(e.reason());
        }
        return new RedirectView(begunOn.orElse(ActionSignInVisit.APPROVALS), true);
    }

    /** @param begun whether the person asked for it here, rather than being led to the tenant by a link from elsewhere */
    private void lend(@Nullable String error, @Nullable OAuth2AuthorizedClient consent, boolean begun, Actor actor) {
        if (!begun) {
            throw identities.declined(
                    "This sign-in for actions was not begun here, so it was not used. Press Sign in for actions.",
                    actor);
        }
        if (error != null || consent == null) {
            throw identities.declined(
                    "The sign-in for actions was cancelled or refused. Nothing was changed. If the tenant asked for an"
                            + " administrator's approval, an administrator has to grant admin consent for "
                            + ActionConsent.ACCESS_AS_USER + " to the app registration first.",
                    actor);
        }
        OAuth2RefreshToken refreshToken = consent.getRefreshToken();
        identities.lend(
                new GivenConsent(
                        consent.getAccessToken().getTokenValue(),
                        refreshToken == null ? null : refreshToken.getTokenValue(),
                        consent.getAccessToken().getScopes()),
                actor);
    }
}
