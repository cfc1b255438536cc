package org.deviceoffboarding.access.session;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** What a page that outlived its session is told about its end. */
@Component
public class EndedSession {

    private final SessionRepository sessions;

    EndedSession(SessionRepository sessions) {
        this.sessions = sessions;
    }

    /** Returns what a session is called, which nobody else can guess; empty where an authentication is of none. */
    public static String key(@Nullable Authentication authentication) {
        SessionKey key = SessionKey.of(authentication);
        return key == null ? "" : key.id().toString();
    }

    /** Returns why a session ended; nothing where it was only closed, goes on, or is not known. */
    public Optional<SessionOver> why(String key) {
        try {
            return sessions.find(UUID.fromString(key))
                    .map(PortalSession::ended)
                    .filter(over -> over.by() != SessionEnd.CLOSED);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
