package org.deviceoffboarding.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Ends what a logout token names, once Spring Security has checked it: the sessions of a {@code sid}, or all of a person where it
 * names none. By rows, since the pages may be those of another portal than the one that the tenant reached.
 */
@Component
public class BackChannelLogout implements LogoutHandler {

    private final SessionEnds ends;

    BackChannelLogout(SessionEnds ends) {
        this.ends = ends;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof OidcLogoutToken token) {
            ends.endAll(
                    new TenantSession(token.getIssuer().toString(), token.getSubject(), token.getSessionId()),
                    SessionEnd.BY_TENANT);
        }
    }
}
