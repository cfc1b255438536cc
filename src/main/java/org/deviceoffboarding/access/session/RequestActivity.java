package org.deviceoffboarding.access.session;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.ContentCachingRequestWrapper;

/**
 * Whether a request comes from a person who does something. An open page sends requests by itself: heartbeats, the line for
 * push, questions whether there is anything new where it has no such line, and answers to what the server pushed, such as the rows
 * that a table now shows.
 */
public class RequestActivity {

    private static final int MOST_BYTES_READ = 64 * 1024;

    /** A page's question whether there is anything new: an event, without anything in it, of no person. */
    private static final Pattern QUESTION = Pattern.compile("\\{[^{}]*\"event\":\"ui-poll\"");

    private final HttpServletRequest original;
    private final @Nullable ContentCachingRequestWrapper read;

    RequestActivity(HttpServletRequest request) {
        this.original = request;
        this.read = "uidl".equals(kind(request)) ? new ContentCachingRequestWrapper(request, MOST_BYTES_READ) : null;
    }

    /** Returns the request to go on with. */
    HttpServletRequest request() {
        return read == null ? original : read;
    }

    /** To be asked once the request was handled. */
    boolean isPersons() {
        if (read != null) {
            String said = QUESTION.matcher(new String(read.getContentAsByteArray(), StandardCharsets.UTF_8))
                    .replaceAll("");
            return said.contains("\"type\":\"event\"") || said.contains("\"type\":\"navigation\"");
        }
        return kind(original) == null
                && !original.getRequestURI().startsWith(original.getContextPath() + "/VAADIN/push");
    }

    /** Returns whether a browser wants a page that it shows. */
    public static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod())
                && kind(request) == null
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static @Nullable String kind(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && query.contains("v-r=") ? request.getParameter("v-r") : null;
    }
}
