package org.deviceoffboarding.bench.open;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the server says to a page: as much of it as somebody has to understand who shows nothing. */
record Uidl(String text) {

    private static final Pattern SERVER_ID = Pattern.compile("\"syncId\":(\\d+)");
    private static final Pattern TABLE =
            Pattern.compile("\"node\":(\\d+),\"type\":\"put\",\"key\":\"tag\",\"feat\":0,\"value\":\"vaadin-grid\"");
    private static final Pattern UPDATE = Pattern.compile(
            "\\[(\\d+),\\{\"@v-node\":(\\d+)\\},\"[^\"]*connector\\.confirm\\([^\"]*\"\\]|\\[\\{\"@v-node\":(\\d+)\\},(\\d+),\"[^\"]*connector\\.confirm\\([^\"]*\"\\]");

    /** Returns the number of this message. */
    int number() {
        return SERVER_ID
                .matcher(text)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElse(-1);
    }

    /** Fails where this is no change of a page, but says that there is no page any more, or that something went wrong. */
    Uidl checked() throws IOException {
        if (text.contains("\"appError\"") || text.contains("\"sessionExpired\"") || number() < 0) {
            throw new IOException("The page was told " + text.substring(0, Math.min(300, text.length())));
        }
        return this;
    }

    /** Returns the node of the first table that was added. */
    OptionalInt table() {
        return TABLE.matcher(text)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst();
    }

    /** Returns what a page answers by itself: that tables show the rows that they were given, so that those before are forgotten. */
    List<Map<String, Object>> answers() {
        List<Map<String, Object>> answers = new ArrayList<>();
        if (text.contains("connector.confirm(")) {
            UPDATE.matcher(text).results().forEach(found -> answers.add(confirmation(found)));
        }
        return answers;
    }

    private static Map<String, Object> confirmation(MatchResult found) {
        boolean numberFirst = found.group(1) != null;
        return call(
                Integer.parseInt(found.group(numberFirst ? 2 : 3)),
                "confirmUpdate",
                Integer.valueOf(found.group(numberFirst ? 1 : 4)));
    }

    /** What a page asks a component's server side for. */
    static Map<String, Object> call(int node, String method, Object... arguments) {
        return Map.of(
                "type",
                "publishedEventHandler",
                "node",
                node,
                "templateEventMethodName",
                method,
                "templateEventMethodArgs",
                List.of(arguments),
                "promise",
                -1);
    }

    /** What happened to the page itself. */
    static Map<String, Object> event(String name, Map<String, ?> data) {
        return Map.of("type", "event", "node", 1, "event", name, "data", data);
    }
}
