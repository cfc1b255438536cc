package org.deviceoffboarding.demotenant.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deviceoffboarding.demotenant.identity.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Signs a browser out as Entra does: on a page that opens each portal's sign-out address in a frame, with the session's {@code sid}. */
class FrontChannelSignOut implements LogoutHandler, LogoutSuccessHandler {

    private static final String PORTALS = FrontChannelSignOut.class.getName();

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src data:;"
            + " frame-src http://localhost:* https://localhost:* http://127.0.0.1:*; base-uri 'none'; frame-ancestors 'none'";

    private final Grants grants;

    FrontChannelSignOut(Grants grants) {
        this.grants = grants;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        HttpSession session = request.getSession(false);
        if (session != null && authentication != null) {
            String sid = sid(session.getId());
            request.setAttribute(
                    PORTALS,
                    grants.signInsOf(authentication.getName()).stream()
                            .map(SignedInPortal::of)
                            .flatMap(Optional::stream)
                            .distinct()
                            .filter(signedIn -> signedIn.sid().equals(sid))
                            .map(FrontChannelSignOut::frame)
                            .toList());
        }
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(Page.html("Signed out", """
                <h1>You have signed out</h1>
                <p class="lead">The portals that you were signed in to have been told.</p>
                %s
                """.formatted(frames(request))));
    }

    private static String frames(HttpServletRequest request) {
        return request.getAttribute(PORTALS) instanceof List<?> frames
                ? frames.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : "";
    }

    private static String frame(SignedInPortal signedIn) {
        String address = signedIn.frontChannel() + "?iss="
                + URLEncoder.encode(signedIn.issuer(), StandardCharsets.UTF_8) + "&sid="
                + URLEncoder.encode(signedIn.sid(), StandardCharsets.UTF_8);
        return "<iframe hidden title=\"Signing out\" src=\"%s\"></iframe>".formatted(Page.text(address));
    }

    /** As the library's ID tokens have it. */
    private static String sid(String sessionId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
