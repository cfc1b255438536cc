package org.deviceoffboarding.access.answer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.deviceoffboarding.base.CsvText;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds how large a request may be: refused by the length that it announces, before anything of it is read, and by what comes
 * where it announces none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class RequestLimits extends OncePerRequestFilter {

    /** Beside the file itself: what a form in parts adds to it. */
    private static final long UPLOAD = CsvText.MOST_BYTES + 16 * 1024;

    /** The longest text of a page, custom instructions with a million characters, as a page sends it in most alphabets. */
    private static final long MESSAGE = 6 * 1024 * 1024;

    /** Forms of sign-in and sign-out. */
    private static final long OTHER = 64 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long most = most(request);
        if (request.getContentLengthLong() > most) {
            refuse(response);
            return;
        }
        var limited = new LimitedRequest(request, most);
        try {
            chain.doFilter(limited, response);
        } catch (ServletException | IOException | RuntimeException fault) {
            if (!limited.isExceeded() || response.isCommitted()) {
                throw fault;
            }
        }
        if (limited.isExceeded() && !response.isCommitted()) {
            response.resetBuffer();
            refuse(response);
        }
    }

    /** By the address alone: reading the body for it would be too early. */
    private static long most(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        if (path.startsWith("/VAADIN/dynamic/")) {
            return UPLOAD;
        }
        boolean message = query != null && (query.contains("v-r=uidl") || query.contains("v-r=push"));
        return message ? MESSAGE : OTHER;
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }
}
