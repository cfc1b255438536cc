package org.deviceoffboarding.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.deviceoffboarding.access.session.BegunSession;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;

/**
 * Gives whoever signs in where somebody else was signed in a session of their own: the other person's ends, with its pages and
 * with what it had on the way. A person who signs in again keeps the session, under another ID.
 */
class OwnSession implements SessionAuthenticationStrategy {

    private final SessionAuthenticationStrategy sameUnderAnotherId = new ChangeSessionIdAuthenticationStrategy();
    private final SessionFixationProtectionStrategy another = new SessionFixationProtectionStrategy();
    private final BegunSession begun;
    private final CurrentActor currentActor;

    OwnSession(BegunSession begun, CurrentActor currentActor) {
        this.begun = begun;
        this.currentActor = currentActor;
        another.setMigrateSessionAttributes(false);
    }

    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        String signsIn = id(Optional.ofNullable(CurrentActor.of(authentication)));
        String wasSignedIn = id(currentActor.find());
        if (wasSignedIn.isEmpty() || wasSignedIn.equals(signsIn)) {
            sameUnderAnotherId.onAuthentication(authentication, request, response);
            return;
        }
        begun.move(request, () -> another.onAuthentication(authentication, request, response));
    }

    private static String id(Optional<Actor> person) {
        return person.map(Actor::id).orElse("");
    }
}
