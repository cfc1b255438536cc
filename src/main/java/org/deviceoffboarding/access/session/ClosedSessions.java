package org.deviceoffboarding.access.session;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends the rows of sessions that this portal no longer has: signed out, or gone while no page was open. */
@Component
class ClosedSessions implements HttpSessionListener {

    private static final Logger log = LoggerFactory.getLogger(ClosedSessions.class);

    private final SessionChanges changes;
    private final Clock clock;

    ClosedSessions(SessionChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        SessionKey key = LocalSessions.keyOf(event.getSession());
        if (key == null) {
            return;
        }
        try {
            if (isUnattended(event.getSession())) {
                changes.endUnattended(key.id());
            } else {
                changes.end(key.id(), SessionOver.of(SessionEnd.CLOSED));
            }
        } catch (RuntimeException e) {
            // Without its pages the session is worth nothing; its row is tidied up later.
            log.atDebug().setCause(e).log("The end of a session could not be stored");
        }
    }

    /** Returns whether it was not ended by anybody: nothing was heard of its browser for as long as it is waited for. */
    private boolean isUnattended(HttpSession session) {
        long waited = clock.millis() - session.getLastAccessedTime();
        return session.getMaxInactiveInterval() > 0 && waited >= session.getMaxInactiveInterval() * 1_000L;
    }
}
