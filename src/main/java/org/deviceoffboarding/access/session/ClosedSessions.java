package org.deviceoffboarding.access.session;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends the rows of sessions that this portal no longer has: signed out, or gone while no page was open. */
@Component
class ClosedSessions implements HttpSessionListener {

    private static final Logger log = LoggerFactory.getLogger(ClosedSessions.class);

    private final SessionChanges changes;

    ClosedSessions(SessionChanges changes) {
        this.changes = changes;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        SessionKey key = LocalSessions.keyOf(event.getSession());
        if (key == null) {
            return;
        }
        try {
            changes.end(key.id(), SessionEnd.CLOSED);
        } catch (RuntimeException e) {
            // Without its pages the session is worth nothing; its row is tidied up later.
            log.atDebug().setCause(e).log("The end of a session could not be stored");
        }
    }
}
