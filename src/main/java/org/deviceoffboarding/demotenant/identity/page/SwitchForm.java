package org.deviceoffboarding.demotenant.identity.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.web.csrf.CsrfToken;

/** A form with switches, as HTML in which every foreign text is escaped. */
public final class SwitchForm {

    private final String title;
    private final String explanation;
    private final String path;
    private final StringBuilder fields = new StringBuilder();

    /** @param explanation what its buttons do */
    public SwitchForm(String title, String explanation, String path) {
        this.title = title;
        this.explanation = explanation;
        this.path = path;
    }

    /** @param options as {@link #option} makes them */
    public SwitchForm choice(String name, String label, Stream<String> options) {
        fields.append("<p><label>%s <select name=\"%s\">%s</select></label></p>%n"
                .formatted(Page.text(label), name, options.collect(Collectors.joining())));
        return this;
    }

    /** Asks whether or not. */
    public SwitchForm tick(String name, String label) {
        fields.append("<p><label><input type=\"checkbox\" name=\"%s\" value=\"true\"> %s</label></p>%n"
                .formatted(name, Page.text(label)));
        return this;
    }

    /** @param pattern that the text has to be of, as browsers check it */
    public SwitchForm text(String name, String label, String pattern) {
        fields.append("<p><label>%s <input name=\"%s\" required pattern=\"%s\" size=\"38\"></label></p>%n"
                .formatted(Page.text(label), name, Page.text(pattern)));
        return this;
    }

    /** Says how things are now. */
    public SwitchForm now(String state) {
        if (!state.isEmpty()) {
            fields.append("<p class=\"now\">Now: ").append(Page.text(state)).append("</p>\n");
        }
        return this;
    }

    /** @param buttons as {@link #button} makes them */
    public String html(CsrfToken csrf, String... buttons) {
        return """
                <h2>%s</h2>
                <p>%s</p>
                <form method="post" action="%s" class="switch">
                %s
                %s<div class="actions">%s</div>
                </form>
                """.formatted(
                Page.text(title), Page.text(explanation), path, Page.csrf(csrf), fields, String.join("\n", buttons));
    }

    /** Returns a form that is a button and nothing else. */
    public static String alone(String path, CsrfToken csrf, String label) {
        return "<form method=\"post\" action=\"%s\">%s<div class=\"actions\"><button>%s</button></div></form>"
                .formatted(path, Page.csrf(csrf), Page.text(label));
    }

    /** Returns one of the options of a choice. */
    public static String option(String value, String text) {
        return "<option value=\"" + Page.text(value) + "\">" + Page.text(text) + "</option>";
    }

    /** Returns a button that needs none of the fields. */
    public static String plainButton(String value, String label) {
        return "<button name=\"what\" value=\"" + Page.text(value) + "\" formnovalidate>" + Page.text(label)
                + "</button>";
    }

    /** @param value what is sent as {@code what} */
    public static String button(String value, String label) {
        return "<button class=\"primary\" name=\"what\" value=\"" + Page.text(value) + "\">" + Page.text(label)
                + "</button>";
    }
}
