package org.deviceoffboarding.demotenant.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.deviceoffboarding.demotenant.identity.refusal.RefusedSignIns;
import org.deviceoffboarding.demotenant.identity.refusal.SignInFault;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for the token endpoint where it refuses, on purpose or since it knows no such token. As with Entra the application has proved
 * itself by then: whoever does not is told so, whatever it asks with.
 */
class RefusedTokenFilter extends OncePerRequestFilter {

    private static final OAuth2TokenType CODE = new OAuth2TokenType(OAuth2ParameterNames.CODE);

    private final RefusedSignIns refused;
    private final Grants grants;
    private final Clock clock;

    RefusedTokenFilter(RefusedSignIns refused, Grants grants, Clock clock) {
        this.refused = refused;
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignInFault> fault = request.getRequestURI().equals(IssuerPaths.TOKEN) && isKnownApplication()
                ? fault(request)
                : Optional.empty();
        if (fault.isPresent()) {
            String time =
                    clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
            TokenErrors.write(response, fault.get().status(), fault.get().body(time));
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<SignInFault> fault(HttpServletRequest request) {
        OAuth2Authorization grant = grant(request);
        return refused.ofTokens(grant == null ? RefusedSignIns.APP : grant.getPrincipalName())
                .filter(fault -> !fault.isMetBy(Grants.claimsOf(grant)))
                .or(() -> usual(request, grant));
    }

    private static boolean isKnownApplication() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2ClientAuthenticationToken app
                && app.isAuthenticated();
    }

    /** Returns what is asked with; null where nobody knows it. */
    private @Nullable OAuth2Authorization grant(HttpServletRequest request) {
        String refreshToken = request.getParameter(OAuth2ParameterNames.REFRESH_TOKEN);
        String code = request.getParameter(OAuth2ParameterNames.CODE);
        if (refreshToken != null) {
            return grants.findByToken(refreshToken, OAuth2TokenType.REFRESH_TOKEN);
        }
        return code == null ? null : grants.findByToken(code, CODE);
    }

    /** A refresh token that is too old, or that is not known any more, is refused with Entra's own code for each. */
    private static Optional<SignInFault> usual(HttpServletRequest request, @Nullable OAuth2Authorization grant) {
        if (request.getParameter(OAuth2ParameterNames.REFRESH_TOKEN) == null) {
            return Optional.empty();
        }
        if (grant == null || grant.getRefreshToken() == null) {
            return Optional.of(SignInFault.REVOKED);
        }
        return grant.getRefreshToken().isExpired() ? Optional.of(SignInFault.EXPIRED) : Optional.empty();
    }
}
