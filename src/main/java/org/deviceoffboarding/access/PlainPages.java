package org.deviceoffboarding.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.deviceoffboarding.access.answer.PlainPage;
import org.deviceoffboarding.access.session.SessionEnd;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages beside the portal's own: after signing out, and when signing in did not work. */
@RestController
class PlainPages {

    /** Leads a browser to the page that says why signing in did not work. */
    static void tell(SignInProblem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.sendRedirect(request.getContextPath() + PlainPaths.PROBLEM + "?reason=" + problem.key());
    }

    @GetMapping(path = PlainPaths.SIGNED_OUT, produces = MediaType.TEXT_HTML_VALUE)
    String signedOut(HttpServletRequest request) {
        return page(request, "You have signed out", "Close the browser on a shared computer.", "Sign in again", "/");
    }

    @GetMapping(path = PlainPaths.SESSION_ENDED, produces = MediaType.TEXT_HTML_VALUE)
    String ended(@RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        SessionEnd end = SessionEnd.ofKey(reason);
        return page(request, end.title(), end.advice(), "Sign in again", OwnPages.left(request));
    }

    @GetMapping(path = PlainPaths.PROBLEM, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> problem(@RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        SignInProblem problem = SignInProblem.ofKey(reason);
        HttpStatus status = problem == SignInProblem.CANCELLED ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status).body(page(request, problem.title(), problem.advice(), "Try again", "/"));
    }

    /**
     * @param request that the page answers
     * @param path where the action leads to, within the portal
     */
    static String page(HttpServletRequest request, String title, String text, String action, String path) {
        return PlainPage.of(title, text, action, request, path);
    }
}
