package org.deviceoffboarding.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.access.session.PresentRoles;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.RolesUnconfirmedException;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a {@link DelegatedConsent} be asked for only by whom it is meant for, and from a page of the portal; and lets the answer
 * in only once, for the person and in the session that asked. Whoever is refused sees a page that says why.
 */
class ConsentGate extends OncePerRequestFilter {

    private static final String BEGIN =
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/";

    private final List<DelegatedConsent> consents;
    private final PresentRoles roles;
    private final CurrentActor currentActor;
    private final ConsentAnswers answers;
    private final AccessAudit audit;

    ConsentGate(
            List<DelegatedConsent> consents,
            PresentRoles roles,
            CurrentActor currentActor,
            ConsentAnswers answers,
            AccessAudit audit) {
        this.consents = consents;
        this.roles = roles;
        this.currentActor = currentActor;
        this.answers = answers;
        this.audit = audit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        for (DelegatedConsent consent : consents) {
            boolean begins = path.equals(BEGIN + consent.registrationId());
            if (begins || path.equals(consent.redirectPath())) {
                Optional<ConsentRefusal> refusal = begins ? begin(consent, request) : comeBack(consent, request);
                if (refusal.isPresent()) {
                    refuse(refusal.get(), consent, path, request, response);
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<ConsentRefusal> begin(DelegatedConsent consent, HttpServletRequest request) {
        return person(consent)
                .or(() -> OwnPages.isOpenedFrom(request)
                        ? Optional.empty()
                        : Optional.of(ConsentRefusal.fromElsewhere()));
    }

    private Optional<ConsentRefusal> comeBack(DelegatedConsent consent, HttpServletRequest request) {
        return person(consent)
                .or(() -> answers.isAwaited(consent, currentActor.get(), request)
                        ? Optional.empty()
                        : Optional.of(ConsentRefusal.unknown()));
    }

    /** Returns why the person signed in may not give it, by the roles that they have now. */
    private Optional<ConsentRefusal> person(DelegatedConsent consent) {
        if (currentActor.find().isEmpty()) {
            return Optional.of(ConsentRefusal.nobody());
        }
        try {
            roles.require();
        } catch (RolesUnconfirmedException e) {
            return Optional.of(ConsentRefusal.unconfirmed(e));
        }
        return currentActor.may(consent.needed())
                ? Optional.empty()
                : Optional.of(ConsentRefusal.notAllowed(consent.needed()));
    }

    private void refuse(
            ConsentRefusal refusal,
            DelegatedConsent consent,
            String path,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Actor> person = currentActor.find();
        if (person.isPresent()) {
            answers.forget(consent, request, response);
            audit.refusedPage(person.get(), path.substring(1));
        }
        response.setStatus(refusal.status().value());
        response.setContentType("text/html; charset=UTF-8");
        response.getWriter()
                .write(PlainPages.page(
                        request,
                        refusal.title(),
                        refusal.text(),
                        person.isPresent() ? "Go back" : "Sign in",
                        person.filter(actor -> currentActor.may(consent.needed()))
                                        .isPresent()
                                ? consent.begunOn()
                                : "/"));
    }
}
