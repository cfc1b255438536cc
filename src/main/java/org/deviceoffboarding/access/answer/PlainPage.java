package org.deviceoffboarding.access.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.deviceoffboarding.base.Look;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.WebUtils;

/** A page beside the portal's own: a title, a sentence and where to go on. Needs no session and runs no script. */
public final class PlainPage {

    private PlainPage() {}

    /**
     * Returns the page as HTML, light or dark as the browser remembers.
     *
     * @param request that it answers
     * @param path where the action leads to, within the portal
     */
    public static String of(String title, String text, String action, HttpServletRequest request, String path) {
        return of(title, text, "", action, request, path);
    }

    /**
     * Does so with something in small letters below.
     *
     * @param small what only some need; empty for nothing
     */
    public static String of(
            String title, String text, String small, String action, HttpServletRequest request, String path) {
        return of(title, text, small, action, request.getContextPath(), path, look(request));
    }

    /**
     * Returns the page as HTML, light or dark as the device is set.
     *
     * @param root the path that the portal is at, empty or such as {@code /portal}
     * @param path where the action leads to, within the portal
     */
    public static String of(String title, String text, String action, String root, String path) {
        return of(title, text, "", action, root, path, Look.SYSTEM);
    }

    private static Look look(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, Look.COOKIE))
                .flatMap(cookie -> Look.ofKey(cookie.getValue()))
                .orElse(Look.SYSTEM);
    }

    private static String of(
            String title, String text, String small, String action, String root, String path, Look look) {
        return """
                <!doctype html>
                <html lang="en" data-look="%6$s">
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
                    <p>%2$s</p>%7$s
                    <p><a class="action" href="%5$s%4$s">%3$s</a></p>
                  </main>
                </body>
                </html>
                """.formatted(
                        HtmlUtils.htmlEscape(title),
                        HtmlUtils.htmlEscape(text),
                        HtmlUtils.htmlEscape(action),
                        HtmlUtils.htmlEscape(path),
                        HtmlUtils.htmlEscape(root),
                        look.key(),
                        small.isEmpty() ? "" : "\n    <p class=\"small\">" + HtmlUtils.htmlEscape(small) + "</p>");
    }
}
