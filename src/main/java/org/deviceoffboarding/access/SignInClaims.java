package org.deviceoffboarding.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.access.token.ClaimsChallenges;
import org.deviceoffboarding.access.token.TokenOwner;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Which claims the tenant is to be asked for by a sign-in that begins now. A consent is asked of somebody who is signed in; who signs in
 * to the portal is not known before, so their browser keeps for minutes which session of it ended, or which attempt failed.
 */
@Component
class SignInClaims {

    static final String COOKIE = "PORTALCLAIMS";

    /** What the claims of a sign-in to the portal are kept under, as its session's token is. */
    private static final String SESSION = "session";

    private static final Duration MINUTES = Duration.ofMinutes(15);

    private static final Logger log = LoggerFactory.getLogger(SignInClaims.class);

    private final ClaimsChallenges challenges;
    private final CurrentActor currentActor;

    SignInClaims(ClaimsChallenges challenges, CurrentActor currentActor) {
        this.challenges = challenges;
        this.currentActor = currentActor;
    }

    /** Lets the browser keep which session ended, if the tenant asked for something then. */
    void ended(String session, HttpServletRequest request, HttpServletResponse response) {
        try {
            if (isId(session) && challenges.waits(new TokenOwner(SESSION, session))) {
                keep(session, request, response);
            }
        } catch (DataAccessException e) {
            log.atWarn().setCause(e).log("Whether the tenant asks for something could not be looked up");
        }
    }

    /** Remembers what the tenant asked for when it gave no token for a code. */
    void refused(String registrationId, String claims) {
        try {
            remember(registrationId, claims);
        } catch (DataAccessException e) {
            log.atWarn().setCause(e).log("What the tenant asks for could not be stored");
        }
    }

    private void remember(String registrationId, String claims) {
        if (!registrationId.equals(TenantRegistrations.SIGN_IN)) {
            currentActor
                    .find()
                    .map(Actor::id)
                    .ifPresent(person -> challenges.note(new TokenOwner(registrationId, person), claims));
        } else if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getResponse() != null) {
            String attempt = UUID.randomUUID().toString();
            challenges.note(new TokenOwner(SESSION, attempt), claims);
            ended(attempt, attributes.getRequest(), attributes.getResponse());
        }
    }

    /** Returns what a sign-in to the portal has to ask for, once. */
    Optional<String> ofSignIn(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(SignInClaims::isId)
                .findFirst()
                .flatMap(session -> challenges.take(new TokenOwner(SESSION, session)));
    }

    /** Returns what a consent of whoever is signed in has to ask for, until one of theirs was of use. */
    Optional<String> ofConsent(String registrationId) {
        return currentActor.find().flatMap(person -> challenges.find(new TokenOwner(registrationId, person.id())));
    }

    private static void keep(String session, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, session)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path(request.getContextPath() + "/")
                        .maxAge(MINUTES)
                        .build()
                        .toString());
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
