package org.deviceoffboarding.demotenant.identity.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** What a browser shows where something went wrong; programs get the same as JSON. */
@Component("error")
class ErrorPage implements View {

    /** What OAuth2 errors begin with: of use to programs, which get it from the answer itself. */
    private static final Pattern ERROR_CODE = Pattern.compile("^\\[\\w+] ");

    private static final String CONTENT_TYPE = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    @Override
    public String getContentType() {
        return CONTENT_TYPE;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(CONTENT_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(html(model == null ? Map.of() : model));
    }

    private static String html(Map<String, ?> model) {
        int status = model.get("status") instanceof Integer number ? number : 500;
        return Page.html(
                "Something is not right", """
                <h1>%s</h1>
                <p class="lead">%s</p>
                <p class="detail">%s</p>
                """.formatted(heading(status), advice(status), Page.text(detail(model))));
    }

    private static String heading(int status) {
        return switch (status) {
            case 400 -> "This request cannot be answered";
            case 403 -> "This page was open for too long";
            case 404 -> "There is no such page";
            default -> "Something went wrong";
        };
    }

    private static String advice(int status) {
        return switch (status) {
            case 400 -> "The application that sent you here asked for something that it may not have.";
            case 403 -> "Go back to the portal and sign in again.";
            case 404 -> "Go back to the portal, which knows the way.";
            default -> "Try again. If it stays so, restart the portal: its log says more.";
        };
    }

    private static String detail(Map<String, ?> model) {
        Object message = model.get("message");
        return message == null || "No message available".equals(message)
                ? ""
                : ERROR_CODE.matcher(message.toString()).replaceFirst("");
    }
}
