package org.deviceoffboarding.access.session;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import org.deviceoffboarding.access.token.ClaimsChallenges;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.access.token.TenantRefusedError;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.access.token.TokenEndpoint;
import org.deviceoffboarding.access.token.TokenTimes;
import org.deviceoffboarding.access.token.UnreadableTokenException;
import org.deviceoffboarding.proof.AppProof;
import org.deviceoffboarding.signin.RefusedIdentity;
import org.deviceoffboarding.signin.SignInRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Asks the tenant who a person is now. Takes a network's time; no transaction is open meanwhile. */
@Component
class TenantInquiry {

    private static final Logger log = LoggerFactory.getLogger(TenantInquiry.class);

    private static final String AWAY = "Your tenant's sign-in service cannot be reached";
    private static final String UNUSABLE = "Your tenant's sign-in service gave no usable answer";
    private static final String NO_TOKEN =
            "Your tenant gave the portal nothing to ask it with again (offline_access), or it can't be read any more";

    private final ClientRegistrationRepository registrations;
    private final RefreshedIdentity identity;
    private final SessionRepository sessions;
    private final TokenCipher cipher;
    private final ClaimsChallenges challenges;
    private final Clock clock;
    private final TokenEndpoint endpoint;

    TenantInquiry(
            ClientRegistrationRepository registrations,
            RefreshedIdentity identity,
            SessionRepository sessions,
            TokenCipher cipher,
            AppProof proof,
            ClaimsChallenges challenges,
            Clock clock) {
        this.registrations = registrations;
        this.identity = identity;
        this.sessions = sessions;
        this.cipher = cipher;
        this.challenges = challenges;
        this.clock = clock;
        this.endpoint = new TokenEndpoint(proof, Duration.ofSeconds(5), Duration.ofSeconds(10), clock);
    }

    TenantAnswer ask(PortalSession session, OAuth2AuthenticationToken person) {
        if (session.token() == null) {
            return new TenantAnswer.Nothing(NO_TOKEN);
        }
        try {
            return asked(session, session.token(), person);
        } catch (OAuth2AuthorizationException e) {
            return refused(session, e);
        } catch (RefreshedIdentity.AnotherPersonException e) {
            log.atError().setCause(e).log("A session is ended");
            return new TenantAnswer.NoLonger(SessionOver.of(SessionEnd.REFUSED));
        } catch (JwtException e) {
            log.atWarn().setCause(e).log("Roles could not be read");
            SignInRefusal wrong = TokenTimes.wrongIn(e);
            return new TenantAnswer.Nothing(wrong == null ? UNUSABLE : wrong.finding(RefusedIdentity.PERSON));
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Roles could not be read");
            return new TenantAnswer.Nothing(AWAY);
        }
    }

    private TenantAnswer asked(PortalSession session, EncryptedToken kept, OAuth2AuthenticationToken person) {
        String token;
        try {
            token = cipher.decrypt(kept);
        } catch (UnreadableTokenException otherKey) {
            return new TenantAnswer.Nothing(NO_TOKEN);
        }
        ClientRegistration registration =
                requireNonNull(registrations.findByRegistrationId(person.getAuthorizedClientRegistrationId()));
        OAuth2AccessTokenResponse answer =
                endpoint.refresh(registration, token, registration.getScopes(), clock.instant());
        if (answer.getRefreshToken() != null) {
            sessions.replaceToken(
                    session.id(), cipher.encrypt(answer.getRefreshToken().getTokenValue(), kept.owner()));
        }
        return new TenantAnswer.Person(identity.read(person, registration, answer));
    }

    private TenantAnswer refused(PortalSession session, OAuth2AuthorizationException refused) {
        TenantRefusedError.claimsIn(refused.getError())
                .ifPresent(claims ->
                        challenges.note(SessionRepository.owner(session.id().toString()), claims));
        SignInRefusal refusal = TenantRefusedError.refusalIn(refused.getError());
        log.atWarn()
                .addKeyValue("code", refusal.code())
                .addKeyValue("said", refusal.said())
                .log("The tenant did not say who a person is now");
        return switch (refusal.reason().cure()) {
            case NEW_SIGN_IN, IN_TENANT -> new TenantAnswer.NoLonger(SessionOver.refused(refusal));
            case IN_PORTAL -> new TenantAnswer.Nothing(refusal.finding(RefusedIdentity.PERSON));
            case TIME -> new TenantAnswer.Nothing(UNUSABLE);
        };
    }
}
