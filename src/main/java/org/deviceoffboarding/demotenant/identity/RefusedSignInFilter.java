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
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/** Answers for the provider where it {@linkplain RefusedSignIns refuses} on purpose, and shows another time where that is switched. */
class RefusedSignInFilter extends OncePerRequestFilter {

    private static final String TOKEN = IssuerPaths.ISSUER + "/oauth2/token";
    private static final OAuth2TokenType CODE = new OAuth2TokenType(OAuth2ParameterNames.CODE);

    private final RefusedSignIns refused;
    private final Grants grants;
    private final IdentitySwitches switches;
    private final Clock clock;

    RefusedSignInFilter(RefusedSignIns refused, Grants grants, IdentitySwitches switches, Clock clock) {
        this.refused = refused;
        this.grants = grants;
        this.switches = switches;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().equals(TOKEN)) {
            response.setDateHeader(
                    "Date", clock.instant().plus(switches.clockAhead()).toEpochMilli());
            OAuth2Authorization grant = grant(request);
            Optional<SignInFault> fault = refused.ofTokens(
                            grant == null ? RefusedSignIns.APP : grant.getPrincipalName())
                    .or(() -> usual(request, grant));
            if (fault.isPresent()) {
                TokenErrors.write(response, fault.get().status(), fault.get().body(time()));
                return;
            }
        } else if (request.getRequestURI().equals(IssuerPaths.AUTHORIZE)) {
            Optional<SignInFault> fault = refused.ofAuthorization(personSignedIn());
            String back = request.getParameter(OAuth2ParameterNames.REDIRECT_URI);
            if (fault.isPresent() && !personSignedIn().isEmpty() && LocalAddress.isPage(back)) {
                response.sendRedirect(answer(back, fault.get(), request.getParameter(OAuth2ParameterNames.STATE)));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private String answer(String back, SignInFault fault, @Nullable String state) {
        return UriComponentsBuilder.fromUriString(back)
                .queryParam(OAuth2ParameterNames.ERROR, "{error}")
                .queryParam(OAuth2ParameterNames.ERROR_DESCRIPTION, "{description}")
                .queryParam(OAuth2ParameterNames.STATE, "{state}")
                .encode()
                .buildAndExpand(fault.error(), fault.description(time()), state == null ? "" : state)
                .toUriString();
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

    private static String personSignedIn() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person == null || !person.isAuthenticated() ? RefusedSignIns.APP : person.getName();
    }

    private String time() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
    }
}
