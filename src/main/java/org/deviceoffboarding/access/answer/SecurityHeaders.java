package org.deviceoffboarding.access.answer;

import jakarta.servlet.http.HttpServletResponse;

/** The headers of answers that never came to where those of pages are written. They allow what a plain page needs, and no more. */
public final class SecurityHeaders {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    /** What no page uses of the browser. */
    public static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private SecurityHeaders() {}

    /** Writes them to an answer, over those that are there. */
    public static void write(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    }
}
