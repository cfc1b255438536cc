package org.deviceoffboarding.access.answer;

import com.vaadin.flow.router.InvalidLocationException;
import com.vaadin.flow.router.Location;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses, before anything else sees it, what no browser asks the portal for: other methods than those of pages, and kinds of
 * requests that pages do not make. Vaadin would answer all of them with a page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class RequestForm extends OncePerRequestFilter {

    private static final String ALLOWED = "GET, HEAD, POST, OPTIONS";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private static final Pattern PAGE_NUMBER = Pattern.compile("\\d{1,9}");

    /** What an open page asks for, and by which methods. */
    private static final Map<String, Set<String>> OF_PAGES = Map.of(
            "init", Set.of("GET"),
            "uidl", Set.of("POST"),
            "heartbeat", Set.of("POST"),
            "push", Set.of("GET", "POST"));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String method = request.getMethod();
        if (method.equals("OPTIONS")) {
            SecurityHeaders.write(response);
            response.setHeader(HttpHeaders.ALLOW, ALLOWED);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (!METHODS.contains(method)) {
            refuseMethod(ALLOWED, response);
        } else if (isMissingFile(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            answerKind(request, response, chain);
        }
    }

    private static void answerKind(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String kind;
        try {
            request.getLocale();
            kind = request.getParameter("v-r");
            if (hasNothingInText(request)
                    || !isReadableQuery(request.getParameter("query"))
                    || !isReadableLocation(request.getParameter("location"))) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
        } catch (IllegalStateException | IllegalArgumentException unreadable) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (kind == null) {
            chain.doFilter(request, response);
        } else if (!OF_PAGES.containsKey(kind) || !isPageNumber(request.getParameter("v-uiId"))) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (!OF_PAGES.get(kind).contains(request.getMethod())) {
            refuseMethod(String.join(", ", OF_PAGES.get(kind)), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Vaadin would answer with a page. */
    private static boolean isMissingFile(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return (path.startsWith("/images/") || path.startsWith("/styles/"))
                && RequestForm.class.getResource("/META-INF/resources" + path) == null;
    }

    /** The character with the number 0 is in no text of a person's, and no database takes it. */
    private static boolean hasNothingInText(HttpServletRequest request) {
        return request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(value -> value.indexOf('\0') >= 0);
    }

    /** A page that is opened names its own query within the request's. */
    private static boolean isReadableQuery(@Nullable String query) {
        return query == null
                || !URLDecoder.decode(query, StandardCharsets.UTF_8).contains("\0");
    }

    /** Where in the portal a page is opened. */
    private static boolean isReadableLocation(@Nullable String location) {
        if (location == null) {
            return true;
        }
        try {
            return !new Location(location).getPath().startsWith("/");
        } catch (InvalidLocationException e) {
            return false;
        }
    }

    private static boolean isPageNumber(@Nullable String number) {
        return number == null || PAGE_NUMBER.matcher(number).matches();
    }

    private static void refuseMethod(String allowed, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.ALLOW, allowed);
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
