package org.deviceoffboarding.demotenant.identity.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.deviceoffboarding.demotenant.identity.Contoso;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/** The frame of every page of the demo tenant, and the stylesheet they share. */
@Controller
public class Page {

    public static final String STYLESHEET = "/demo-tenant.css";

    private final String stylesheet;

    Page() throws IOException {
        stylesheet = new ClassPathResource("page.css", Page.class).getContentAsString(StandardCharsets.UTF_8);
    }

    /** Returns a whole page. The title is text, the content is HTML in which every foreign text is escaped. */
    public static String html(String title, String content) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s · %s</title>
                <link rel="stylesheet" href="%s">
                <link rel="icon" href="data:,">
                </head>
                <body>
                <header class="demo"><strong>Demo tenant.</strong> Nothing here reaches Microsoft.</header>
                <main>
                <p class="company"><span class="mark" aria-hidden="true"></span>%s</p>
                %s
                </main>
                </body>
                </html>
                """.formatted(text(title), text(Contoso.DISPLAY_NAME), STYLESHEET, text(Contoso.DISPLAY_NAME), content);
    }

    /** Returns a text as HTML that shows just that text. */
    public static String text(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    /** Returns a field that nobody sees. */
    public static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + text(name) + "\" value=\"" + text(value) + "\">";
    }

    /** Returns the field that tells a form of these pages from one of elsewhere. */
    public static String csrf(CsrfToken token) {
        return hidden(token.getParameterName(), token.getToken());
    }

    @GetMapping(STYLESHEET)
    ResponseEntity<String> stylesheet() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .body(stylesheet);
    }
}
