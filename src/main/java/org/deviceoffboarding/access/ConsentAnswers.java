package org.deviceoffboarding.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import org.deviceoffboarding.base.Actor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;

/**
 * Which answer of the tenant's a session waits for. It comes twice to the same path: with a code or an error and the state of
 * the request, and once Spring Security has exchanged that, without.
 */
class ConsentAnswers {

    private static final String EXCHANGED = ConsentAnswers.class.getName() + ".exchanged.";

    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> requests =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    private final OAuth2AuthorizedClientRepository tokens;

    ConsentAnswers(OAuth2AuthorizedClientRepository tokens) {
        this.tokens = tokens;
    }

    /** Returns whether the session waits for it, and for it to be this person's. Each part of the answer is awaited once. */
    boolean isAwaited(DelegatedConsent consent, Actor person, HttpServletRequest request) {
        String note = EXCHANGED + consent.registrationId();
        HttpSession session = request.getSession();
        if (request.getParameter(OAuth2ParameterNames.STATE) == null) {
            boolean awaited = person.id().equals(session.getAttribute(note));
            session.removeAttribute(note);
            return awaited;
        }
        OAuth2AuthorizationRequest asked = requests.loadAuthorizationRequest(request);
        boolean awaited = asked != null
                && consent.registrationId().equals(asked.getAttribute(OAuth2ParameterNames.REGISTRATION_ID))
                && person.id().equals(asked.getAttribute(ConsentRequests.PERSON));
        if (awaited) {
            session.setAttribute(note, person.id());
        }
        return awaited;
    }

    /** Lets nothing of it be left in the session. */
    void forget(DelegatedConsent consent, HttpServletRequest request, HttpServletResponse response) {
        Authentication person =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        tokens.removeAuthorizedClient(consent.registrationId(), person, request, response);
        request.getSession().removeAttribute(EXCHANGED + consent.registrationId());
    }
}
