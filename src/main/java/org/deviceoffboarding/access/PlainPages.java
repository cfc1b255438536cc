package org.deviceoffboarding.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.deviceoffboarding.access.answer.PlainPage;
import org.deviceoffboarding.access.session.SessionEnd;
import org.deviceoffboarding.access.session.SessionOver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages beside the portal's own: after signing out, and when signing in did not work. */
@RestController
class PlainPages {

    /** What the tenant said stays with whoever it was said to: no address lets the page say anything of a stranger's. */
    private static final String FAILED = FailedSignIn.class.getName();

    /** Leads a browser to the page that says why signing in did not work. */
    static void tell(SignInProblem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.sendRedirect(request.getContextPath() + PlainPaths.PROBLEM + "?reason=" + problem.key());
    }

    /** Does so with what the tenant said, for as long as the browser's session lasts or until it fails again. */
    static void tell(FailedSignIn failed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (failed.refusal() != null) {
            request.getSession().setAttribute(FAILED, failed);
        }
        tell(failed.problem(), request, response);
    }

    private final SignInClaims claims;
    private final PagesAskedFor askedFor;

    PlainPages(SignInClaims claims, PagesAskedFor askedFor) {
        this.claims = claims;
        this.askedFor = askedFor;
    }

    @GetMapping(path = PlainPaths.SIGNED_OUT, produces = MediaType.TEXT_HTML_VALUE)
    String signedOut(HttpServletRequest request) {
        return page(request, "You have signed out", "Close the browser on a shared computer.", "Sign in again", "/");
    }

    @GetMapping(path = PlainPaths.SESSION_ENDED, produces = MediaType.TEXT_HTML_VALUE)
    String ended(
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(name = "page", defaultValue = "") String asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        claims.ended(session, request, response);
        SessionOver over = SessionOver.of(SessionEnd.ofKey(reason), code);
        String page = asked.isEmpty() ? OwnPages.left(request) : OwnPages.asked(asked);
        return page(request, over.title(), over.advice(), "Sign in again", page);
    }

    @GetMapping(path = PlainPaths.PROBLEM, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> problem(
            @RequestParam(defaultValue = "") String reason, HttpServletRequest request, HttpServletResponse response) {
        FailedSignIn failed = told(SignInProblem.ofKey(reason), request);
        return ResponseEntity.status(status(failed))
                .body(PlainPage.of(
                        failed.title(),
                        failed.advice(),
                        failed.answer().orElse(""),
                        "Try again",
                        request,
                        askedFor.find(request, response).orElse("/")));
    }

    private static FailedSignIn told(SignInProblem problem, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(FAILED) instanceof FailedSignIn failed
                        && failed.problem() == problem
                ? failed
                : new FailedSignIn(problem, null);
    }

    private static HttpStatus status(FailedSignIn failed) {
        return switch (failed.problem()) {
            case CANCELLED -> HttpStatus.OK;
            case REFUSED -> HttpStatus.FORBIDDEN;
            case UNREACHABLE, UNPROVEN, EXPIRED, OTHER -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /**
     * @param request that the page answers
     * @param path where the action leads to, within the portal
     */
    static String page(HttpServletRequest request, String title, String text, String action, String path) {
        return PlainPage.of(title, text, action, request, path);
    }
}
