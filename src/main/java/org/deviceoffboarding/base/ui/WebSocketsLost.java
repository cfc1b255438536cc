package org.deviceoffboarding.base.ui;

import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes in which sessions a page asked for a WebSocket that arrived as an ordinary request, because a proxy on the way took the
 * upgrade away: further pages of the session need not try.
 */
@Component
class WebSocketsLost extends OncePerRequestFilter {

    private static final String NOTE = WebSocketsLost.class.getName();

    static boolean isNoted(WrappedSession session) {
        return session.getAttribute(NOTE) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isLost(request)) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.setAttribute(NOTE, true);
            }
            response.sendError(HttpServletResponse.SC_NOT_IMPLEMENTED);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isLost(HttpServletRequest request) {
        return "websocket".equals(request.getParameter("X-Atmosphere-Transport"))
                && request.getRequestURI().startsWith(request.getContextPath() + "/VAADIN/push")
                && request.getHeader(HttpHeaders.UPGRADE) == null;
    }
}
