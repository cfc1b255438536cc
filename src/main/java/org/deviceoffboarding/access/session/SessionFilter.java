package org.deviceoffboarding.access.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/** Looks with every request whether the session that it belongs to still goes on, whichever portal ended it. */
public class SessionFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(SessionFilter.class);

    private final SessionRepository sessions;
    private final SessionProperties limits;
    private final RoleReading roles;
    private final SessionEnds ends;
    private final Clock clock;

    SessionFilter(
            SessionRepository sessions, SessionProperties limits, RoleReading roles, SessionEnds ends, Clock clock) {
        this.sessions = sessions;
        this.limits = limits;
        this.roles = roles;
        this.ends = ends;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/styles/") || path.startsWith("/images/") || path.startsWith("/VAADIN/build/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SessionKey key = SessionKey.of(SecurityContextHolder.getContext().getAuthentication());
        if (key == null) {
            chain.doFilter(request, response);
            return;
        }
        SessionOver end = end(key).orElse(null);
        if (end == null) {
            goOn(key, request, response, chain);
        } else {
            stop(key, end, request, response, chain);
        }
    }

    private Optional<SessionOver> end(SessionKey key) {
        PortalSession session = sessions.find(key.id()).orElse(null);
        if (session == null) {
            return Optional.of(SessionOver.of(SessionEnd.CLOSED));
        }
        Optional<SessionOver> end = limits.endOf(session, clock.instant());
        return end.isEmpty() && roles.noOlderThan(key.id(), RoleReading.OLDEST) instanceof RolesRead.Over over
                ? Optional.of(over.how())
                : end;
    }

    private void goOn(SessionKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var activity = new RequestActivity(request);
        chain.doFilter(activity.request(), response);
        if (activity.isPersons()) {
            sessions.used(key.id(), clock.instant());
        }
    }

    private void stop(
            SessionKey key,
            SessionOver end,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        boolean told = ends.end(key.id(), end);
        SecurityContextHolder.clearContext();
        boolean page = RequestActivity.isPage(request);
        HttpSession session = request.getSession(false);
        // What nobody tells ends here, lest the page that says so is asked for in the same session again.
        if (session != null && !(page && told)) {
            invalidate(session);
        }
        if (page) {
            response.sendRedirect(
                    end.by() == SessionEnd.REPLACED
                            ? address(request)
                            : request.getContextPath() + end.path(key.id()) + "&page=" + asked(request));
        } else {
            // Vaadin's own answer for a session that is gone lets the page be loaded again.
            chain.doFilter(request, response);
        }
    }

    /** What is asked for again, by whoever signed in in the same browser: it has that session's cookie by then, or in a moment. */
    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return "/" + request.getRequestURI().replaceFirst("^/+", "") + (query == null ? "" : "?" + query);
    }

    /** The browser says of a page that is loaded again only where its person came from then. */
    private static String asked(HttpServletRequest request) {
        String within = address(request).substring(request.getContextPath().length());
        return UriUtils.encode(within, StandardCharsets.UTF_8);
    }

    private static void invalidate(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException already) {
            log.atDebug().log("The session was gone already");
        }
    }
}
