package org.deviceoffboarding.access;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/** Lets browsers send the session's cookie by https only, wherever people reach the portal by it. */
@Component
class SessionCookie implements ServletContextInitializer {

    private final PublicAddress address;

    SessionCookie(PublicAddress address) {
        this.address = address;
    }

    @Override
    public void onStartup(ServletContext context) {
        if (address.isSet() && address.secure()) {
            String name = address.cookieName(context.getContextPath());
            SessionCookieConfig cookie = context.getSessionCookieConfig();
            cookie.setSecure(true);
            cookie.setName(name);
            if (name.startsWith("__Host-")) {
                cookie.setPath("/");
            }
        }
    }
}
