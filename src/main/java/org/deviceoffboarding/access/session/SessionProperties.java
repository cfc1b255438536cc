package org.deviceoffboarding.access.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people stay signed in.
 *
 * @param idle without anything that a person did; a page that is merely open does nothing
 * @param longest altogether
 * @param confirmed how old roles may be by which something is asked for, decided or saved: a minute or less
 */
@ConfigurationProperties("portal.session")
record SessionProperties(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("60s") Duration confirmed) {

    SessionProperties {
        if (idle.compareTo(Duration.ofMinutes(1)) < 0 || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "PORTAL_SESSION_IDLE has to be a minute or more, and PORTAL_SESSION_LONGEST no shorter, but they are "
                            + idle.toMinutes() + " and " + longest.toMinutes() + " minutes.");
        }
        if (confirmed.isNegative() || confirmed.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("PORTAL_SESSION_CONFIRMED has to be a minute or less, but it is "
                    + confirmed.toSeconds() + " seconds.");
        }
    }

    /** Returns what ends a session now; nothing if it goes on. */
    Optional<SessionOver> endOf(PortalSession session, Instant now) {
        if (session.ended() != null) {
            return Optional.of(session.ended());
        }
        if (session.startedAt().plus(longest).isBefore(now)) {
            return Optional.of(SessionOver.of(SessionEnd.TOO_LONG));
        }
        return session.usedAt().plus(idle).isBefore(now)
                ? Optional.of(SessionOver.of(SessionEnd.IDLE))
                : Optional.empty();
    }
}
