package org.deviceoffboarding.access.session;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** The session that a sign-in has just begun, before anybody works in it. */
@Component
public class BegunSession {

    private final LocalSessions local;

    BegunSession(LocalSessions local) {
        this.local = local;
    }

    /**
     * Lets it go on in another browser session than the one that it began in, whose end is then not its end.
     *
     * @param another ends the browser session of a request, and gives it another one
     */
    public void move(HttpServletRequest request, Runnable another) {
        SessionKey key = local.release(request.getSession());
        another.run();
        if (key != null) {
            local.add(key, request.getSession());
        }
    }
}
