package org.deviceoffboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.access.token.ClaimsChallenges;
import org.deviceoffboarding.access.token.TokenOwner;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

class ConsentRequestsTest {

    private static final String CLAIMS =
            "{\"access_token\":{\"capolids\":{\"essential\":true,\"values\":[\"a policy & more\"]}}}";

    private final ClaimsChallenges challenges = new ClaimsChallenges(PortalDatabase.jdbc(), Clock.systemUTC());

    private final ConsentRequests requests = new ConsentRequests(
            new InMemoryClientRegistrationRepository(
                    registration(TenantRegistrations.SIGN_IN), registration("always"), registration("once")),
            List.of(new Consent("always", true), new Consent("once", false)),
            new CurrentActor(),
            new SignInClaims(challenges, new CurrentActor()));

    @BeforeEach
    void signIn() {
        PortalDatabase.empty("claims_challenge");
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("amara@contoso.example", "", "ROLE_READER"));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aConsentIsAskedOfThePersonWhoIsSignedIn() {
        assertThat(parametersOf("always"))
                .containsEntry("prompt", "consent")
                .containsEntry("login_hint", "amara@contoso.example");
    }

    @Test
    void aConsentThatAnAdministratorGaveForAllIsNotAskedAgain() {
        assertThat(parametersOf("once"))
                .doesNotContainKey("prompt")
                .containsEntry("login_hint", "amara@contoso.example");
    }

    @Test
    void signingInAsksForNothing() {
        assertThat(parametersOf(TenantRegistrations.SIGN_IN)).doesNotContainKeys("prompt", "login_hint");
    }

    @Test
    void whatTheTenantAskedOfAPersonTheirNextSignInAsksForAndNoOther() {
        challenges.note(new TokenOwner("once", "amara@contoso.example"), CLAIMS);
        challenges.note(new TokenOwner("always", "ben@contoso.example"), CLAIMS);

        assertThat(parametersOf("always")).doesNotContainKey("claims");
        assertThat(parametersOf("once")).containsEntry("claims", CLAIMS).containsKey("login_hint");
    }

    @Test
    void whoBreaksASignInOffIsAskedForTheSameAgainUntilOneWasOfUse() {
        TokenOwner person = new TokenOwner("once", "amara@contoso.example");
        challenges.note(person, CLAIMS);
        parametersOf("once");

        assertThat(parametersOf("once")).containsEntry("claims", CLAIMS);

        challenges.forget(person);
        assertThat(parametersOf("once")).doesNotContainKey("claims");
    }

    @Test
    void whatIsNoClaimsIsNotPassedOn() {
        for (String each : new String[] {"", "no JSON", "[1]", "\"text\"", "{\"a\":\"" + "x".repeat(4000) + "\"}"}) {
            challenges.note(new TokenOwner("once", "amara@contoso.example"), each);
        }
        challenges.note(new TokenOwner("once", "amara@contoso.example"), null);

        assertThat(parametersOf("once")).doesNotContainKey("claims");
    }

    @Test
    void ofAStrangersCookieNothingIsAsked() {
        var request = new MockHttpServletRequest("GET", "/oauth2/authorization/" + TenantRegistrations.SIGN_IN);
        request.setServletPath("/oauth2/authorization/" + TenantRegistrations.SIGN_IN);
        request.setCookies(
                new Cookie(SignInClaims.COOKIE, "' or true"),
                new Cookie(SignInClaims.COOKIE, UUID.randomUUID().toString()));

        assertThat(Objects.requireNonNull(requests.resolver().resolve(request)).getAdditionalParameters())
                .doesNotContainKey("claims");
    }

    private Map<String, Object> parametersOf(String registration) {
        var request = new MockHttpServletRequest("GET", "/oauth2/authorization/" + registration);
        request.setServletPath("/oauth2/authorization/" + registration);
        return Objects.requireNonNull(requests.resolver().resolve(request)).getAdditionalParameters();
    }

    private static ClientRegistration registration(String id) {
        return ClientRegistration.withRegistrationId(id)
                .clientId("portal")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/" + id)
                .authorizationUri("http://localhost/authorize")
                .tokenUri("http://localhost/token")
                .build();
    }

    private record Consent(String registrationId, boolean alwaysAsked) implements DelegatedConsent {

        @Override
        public Set<String> scopes() {
            return Set.of("User.Read");
        }

        @Override
        public Capability needed() {
            return Capability.READ;
        }

        @Override
        public String begunOn() {
            return "/";
        }

        @Override
        public String redirectPath() {
            return "/" + registrationId;
        }
    }
}
