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
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/** Answers for the authorization endpoint where it {@linkplain RefusedSignIns refuses} on purpose, and shows another time where that is switched. */
class RefusedSignInFilter extends OncePerRequestFilter {

    private final RefusedSignIns refused;
    private final IdentitySwitches switches;
    private final Clock clock;

    RefusedSignInFilter(RefusedSignIns refused, IdentitySwitches switches, Clock clock) {
        this.refused = refused;
        this.switches = switches;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().equals(IssuerPaths.TOKEN)) {
            response.setDateHeader(
                    "Date", clock.instant().plus(switches.clockAhead()).toEpochMilli());
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

    private static String personSignedIn() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person == null || !person.isAuthenticated() ? RefusedSignIns.APP : person.getName();
    }

    private String time() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
    }
}
