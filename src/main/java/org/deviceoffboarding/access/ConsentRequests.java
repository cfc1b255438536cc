package org.deviceoffboarding.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;

/** Makes the requests to the OpenID provider. A delegated consent is asked of the person who is signed in. */
class ConsentRequests {

    /** Under which attribute a request for a consent has the ID of the person it is asked of. */
    private static final String CLAIMS = "claims";

    static final String PERSON = ConsentRequests.class.getName() + ".person";

    private final ClientRegistrationRepository registrations;
    private final List<DelegatedConsent> consents;
    private final CurrentActor currentActor;
    private final SignInClaims claims;

    ConsentRequests(
            ClientRegistrationRepository registrations,
            List<DelegatedConsent> consents,
            CurrentActor currentActor,
            SignInClaims claims) {
        this.registrations = registrations;
        this.consents = consents;
        this.currentActor = currentActor;
        this.claims = claims;
    }

    OAuth2AuthorizationRequestResolver resolver() {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(
                registrations, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        resolver.setAuthorizationRequestCustomizer(this::customize);
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return withClaims(resolver.resolve(request), request);
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
                return withClaims(resolver.resolve(request, registrationId), request);
            }
        };
    }

    /** Of a person who is asked again, the tenant wants to be asked for what it asked for. */
    private @Nullable OAuth2AuthorizationRequest withClaims(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request) {
        if (asked == null) {
            return null;
        }
        String registration = String.valueOf((Object) asked.getAttribute(OAuth2ParameterNames.REGISTRATION_ID));
        Optional<String> wanted = registration.equals(TenantRegistrations.SIGN_IN)
                ? claims.ofSignIn(request)
                : claims.ofConsent(registration);
        return wanted.map(each -> OAuth2AuthorizationRequest.from(asked)
                        .additionalParameters(parameters -> parameters.put(CLAIMS, each))
                        .build())
                .orElse(asked);
    }

    private void customize(OAuth2AuthorizationRequest.Builder request) {
        request.attributes(attributes -> consents.stream()
                .filter(consent ->
                        consent.registrationId().equals(attributes.get(OAuth2ParameterNames.REGISTRATION_ID)))
                .forEach(consent -> {
                    currentActor.find().map(Actor::id).ifPresent(id -> attributes.put(PERSON, id));
                    request.additionalParameters(parameters -> ask(consent, parameters));
                }));
    }

    private void ask(DelegatedConsent consent, Map<String, Object> parameters) {
        if (consent.alwaysAsked()) {
            parameters.put("prompt", "consent");
        }
        currentActor.find().map(Actor::name).ifPresent(name -> parameters.put("login_hint", name));
    }
}
