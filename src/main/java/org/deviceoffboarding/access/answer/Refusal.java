package org.deviceoffboarding.access.answer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What a person reads where the portal has no page to show. It tells nothing of what was asked for, nor of the portal's inside. */
record Refusal(int status, String title, String text) {

    /** @param status of HTTP; what is none of an error counts as 500 */
    static Refusal of(int status) {
        return switch (status) {
            case 400 -> new Refusal(status, "This cannot be read", "The request is not one that the portal can read.");
            case 401, 403 ->
                new Refusal(
                        status,
                        "This was refused",
                        "It was not asked for from one of your own pages, or you may not do it. Nothing was changed.");
            case 404 ->
                new Refusal(status, "There is no such page", "The address is wrong, or what it led to is gone.");
            case 405 ->
                new Refusal(status, "This cannot be asked for in this way", "The address does not take such requests.");
            case 413 ->
                new Refusal(
                        status,
                        "This is too large",
                        "What was sent is larger than the portal takes here. Nothing was stored.");
            case 414, 431 ->
                new Refusal(status, "This is too long", "The address, or what comes with it, is too long.");
            case 503 ->
                new Refusal(status, "The portal is not ready", "It is starting or stopping. Try again in a minute.");
            case 501, 505 -> new Refusal(status, "This does not work", "The portal does not take such requests.");
            default ->
                status >= 400 && status < 500
                        ? new Refusal(status, "This does not work", "The portal does not take such requests.")
                        : new Refusal(
                                status >= 500 && status < 600 ? status : 500,
                                "Something went wrong",
                                "The portal could not answer. See what became of what you did last before you do it again."
                                        + " If it happens again, whoever runs the portal finds the cause in its log.");
        };
    }

    /**
     * Returns what is said of a fault of the database that passes.
     *
     * @param away whether it can't be reached, and is not only busy
     */
    static Refusal ofDatabase(boolean away) {
        return away
                ? new Refusal(503, "The portal's database is away", "Nothing was changed. Try again in a minute.")
                : new Refusal(
                        503,
                        "The portal's database was busy",
                        "What somebody else does there kept what you asked for waiting too long, and nothing was changed. Try again.");
    }

    /**
     * Answers with it, instead of what was answered so far.
     *
     * @param root the path that the portal is at
     */
    void answer(HttpServletResponse response, String root) throws IOException {
        response.setStatus(status);
        SecurityHeaders.write(response);
        response.setContentType("text/html; charset=UTF-8");
        response.getWriter().write(PlainPage.of(title, text, "Go to Overview", root, "/"));
    }
}
