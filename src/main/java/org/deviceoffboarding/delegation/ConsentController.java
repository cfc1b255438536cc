package org.deviceoffboarding.delegation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.deviceoffboarding.signin.SignInRefusal;
import org.deviceoffboarding.signin.SignInRefusals;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.AbstractController;
import org.springframework.web.servlet.view.RedirectView;

/** Where a person comes back to from a consent: takes the tokens out of the session and hands them to whoever asked. */
class ConsentController extends AbstractController {

    private final ConsentHandler handler;
    private final OAuth2AuthorizedClientRepository consents;

    ConsentController(ConsentHandler handler, OAuth2AuthorizedClientRepository consents) {
        this.handler = handler;
        this.consents = consents;
        setSupportedMethods(METHOD_GET, METHOD_HEAD);
    }

    @Override
    protected ModelAndView handleRequestInternal(HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizedClient consent = takeOutOfSession(request, response);
        String error = request.getParameter(OAuth2ParameterNames.ERROR);
        GivenConsent given = error != null || consent == null ? null : given(consent);
        SignInRefusal refusal = error == null
                ? null
                : SignInRefusals.ofAuthorization(error, request.getParameter(OAuth2ParameterNames.ERROR_DESCRIPTION));
        String next = handler.handle(given, refusal, request.getSession());
        return new ModelAndView(new RedirectView(next, true));
    }

    private @Nullable OAuth2AuthorizedClient takeOutOfSession(
            HttpServletRequest request, HttpServletResponse response) {
        String registration = handler.consent().registrationId();
        Authentication person = (Authentication) request.getUserPrincipal();
        OAuth2AuthorizedClient consent = consents.loadAuthorizedClient(registration, person, request);
        consents.removeAuthorizedClient(registration, person, request, response);
        return consent;
    }

    private static GivenConsent given(OAuth2AuthorizedClient consent) {
        OAuth2RefreshToken refreshToken = consent.getRefreshToken();
        return new GivenConsent(
                consent.getAccessToken().getTokenValue(),
                refreshToken == null ? null : refreshToken.getTokenValue(),
                consent.getAccessToken().getScopes());
    }
}
