package org.deviceoffboarding.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers with a page that says so when a sign-in starts while the tenant's OpenID provider cannot be reached, and that there
 * is no such page for a sign-in that the portal does not know.
 */
class ReachableTenantFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(ReachableTenantFilter.class);

    private final ClientRegistrationRepository registrations;

    ReachableTenantFilter(ClientRegistrationRepository registrations) {
        this.registrations = registrations;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/oauth2/authorization/")
                && !request.getRequestURI().startsWith(request.getContextPath() + "/login/oauth2/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            String path = request.getRequestURI();
            if (registrations.findByRegistrationId(path.substring(path.lastIndexOf('/') + 1)) == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
        } catch (TenantUnreachableException e) {
            log.atWarn().setCause(e).log("Sign-in is not possible");
            PlainPages.tell(SignInProblem.UNREACHABLE, request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
