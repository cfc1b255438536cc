package org.deviceoffboarding.access.answer;

import org.springframework.web.util.HtmlUtils;

/** A page beside the portal's own: a title, a sentence and where to go on. Needs no session and runs no script. */
public final class PlainPage {

    private PlainPage() {}

    /**
     * Returns the page as HTML.
     *
     * @param root the path that the portal is at, empty or such as {@code /portal}
     * @param path where the action leads to, within the portal
     */
    public static String of(String title, String text, String action, String root, String path) {
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
                        HtmlUtils.htmlEscape(root));
    }
}
