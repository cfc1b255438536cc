package org.deviceoffboarding.access.session;

import org.deviceoffboarding.base.RolesUnconfirmedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets what asks, decides or saves go on only by roles that the tenant confirmed within the last minute. */
@Component
public class PresentRoles {

    private final RoleReading roles;
    private final SessionProperties limits;

    PresentRoles(RoleReading roles, SessionProperties limits) {
        this.roles = roles;
        this.limits = limits;
    }

    /**
     * Gives this thread the roles that the person signed in has now. Does nothing on one that serves no session, such as a job's.
     *
     * @throws RolesUnconfirmedException if the tenant can't tell, or the session is over; its message is for people
     */
    public void require() {
        SessionKey session = SessionKey.of(SecurityContextHolder.getContext().getAuthentication());
        if (session != null) {
            require(roles.noOlderThan(session.id(), limits.confirmed()));
        }
    }

    private static void require(RolesRead read) {
        switch (read) {
            // Whatever context this thread has: Spring Security decides by what was just read.
            case RolesRead.Current current -> SecurityContextHolder.getContext().setAuthentication(current.person());
            case RolesRead.Unknown unknown ->
                throw new RolesUnconfirmedException(unknown.sentence()
                        + ", so the portal can't tell whether you still have your role. Nothing was changed. You can read on; try"
                        + " again later.");
            case RolesRead.Over over ->
                throw new RolesUnconfirmedException(over.how().title() + ". Nothing was changed. Sign in again.");
        }
    }
}
