package org.deviceoffboarding.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.deviceoffboarding.access.session.SessionEnd;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.HtmlUtils;

/** The pages beside the portal's own: after signing out, when signing in did not work, and for an address that leads nowhere. */
@RestController
class PlainPages implements ErrorViewResolver {

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

    /** Answers what Vaadin does not: an address outside its pages, or a fault before it is asked. */
    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        String page = status.is4xxClientError()
                ? page(
                        request,
                        "This does not work",
                        "The address is wrong, or you may not open it. Nothing was changed.",
                        "Go to Overview",
                        "/")
                : page(
                        request,
                        "Something went wrong",
                        "The portal could not answer, and part of what was asked for may have been done. Try again; if it happens again, whoever runs the"
                                + " portal finds the cause in its log.",
                        "Go to Overview",
                        "/");
        return new ModelAndView((values, asked, response) -> {
            response.setContentType("text/html; charset=UTF-8");
            response.getWriter().write(page);
        });
    }

    /**
     * @param request that the page answers
     * @param path where the action leads to, within the portal
     */
    static String page(HttpServletRequest request, String title, String text, String action, String path) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width">
                  <title>%1$s – Device Offboarding Portal</title>
                  <link rel="stylesheet" href="%5$s/styles/plain.css">
                  <link rel="icon" href="%5$s/images/icon.svg" type="image/svg+xml">
                </head>
                <body>
                  <main>
                    <p class="product">Device Offboarding Portal</p>
                    <h1>%1$s</h1>
                    <p>%2$s</p>
                    <p><a class="action" href="%5$s%4$s">%3$s</a></p>
                  </main>
                </body>
                </html>
                """.formatted(
                        HtmlUtils.htmlEscape(title),
                        HtmlUtils.htmlEscape(text),
                        HtmlUtils.htmlEscape(action),
                        HtmlUtils.htmlEscape(path),
                        HtmlUtils.htmlEscape(request.getContextPath()));
    }
}
