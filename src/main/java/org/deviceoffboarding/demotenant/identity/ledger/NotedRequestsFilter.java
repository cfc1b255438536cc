package org.deviceoffboarding.demotenant.identity.ledger;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes the secrets that browsers and the portal send to the provider, where a {@link SecretLedger} is kept. Comes after the filter that says
 * how parameters are encoded, since who reads one parameter decodes all.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class NotedRequestsFilter extends OncePerRequestFilter {

    private static final Map<String, TenantSecret> PARAMETERS = Map.of(
            "state", TenantSecret.STATE,
            "nonce", TenantSecret.NONCE,
            "code", TenantSecret.AUTHORIZATION_CODE,
            "code_verifier", TenantSecret.CODE_VERIFIER,
            "_csrf", TenantSecret.CSRF_TOKEN);

    private final SecretLedger ledger;

    NotedRequestsFilter(SecretLedger ledger) {
        this.ledger = ledger;
    }

    /** Graph is asked with access tokens alone, which were noted when they were issued, and often. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !ledger.isKept() || path.startsWith("/v1.0/") || path.startsWith("/beta/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PARAMETERS.forEach((name, kind) -> ledger.note(kind, request.getParameter(name)));
        noteCookies(request);
        try {
            chain.doFilter(request, response);
        } finally {
            HttpSession session = request.getSession(false);
            if (session != null) {
                ledger.note(TenantSecret.SESSION_COOKIE, session.getId());
            }
        }
    }

    private void noteCookies(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().endsWith("SESSION")) {
                    ledger.note(TenantSecret.SESSION_COOKIE, cookie.getValue());
                }
            }
        }
    }
}
