package org.deviceoffboarding.bench.open;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The line that a page is pushed news through: a WebSocket, on which each message stands behind its length. The first says
 * under which name the portal knows the line; others are for the page, or keep the line open.
 */
final class PushLine implements WebSocket.Listener {

    private static final String KEPT_OPEN = "X";

    private final Consumer<String> page;
    private final Consumer<String> lost;
    private final StringBuilder received = new StringBuilder();
    private boolean named;
    private volatile boolean left;

    PushLine(Consumer<String> page, Consumer<String> lost) {
        this.page = page;
        this.lost = lost;
    }

    /** From now on it is no news that the line ends. */
    void leave() {
        left = true;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket line, CharSequence part, boolean last) {
        received.append(part);
        while (take()) {
            // There may be another one.
        }
        line.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket line, int code, String reason) {
        end(code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket line, Throwable fault) {
        end(fault.toString());
    }

    private void end(String why) {
        if (!left) {
            lost.accept(why);
        }
    }

    private boolean take() {
        int delimiter = received.indexOf("|");
        if (delimiter < 0) {
            return false;
        }
        String length = received.substring(0, delimiter).strip();
        int end = delimiter + 1 + Integer.parseInt(length);
        if (received.length() < end) {
            return false;
        }
        String message = received.substring(delimiter + 1, end);
        received.delete(0, end);
        if (named && !message.equals(KEPT_OPEN)) {
            page.accept(message);
        }
        named = true;
        return true;
    }
}
