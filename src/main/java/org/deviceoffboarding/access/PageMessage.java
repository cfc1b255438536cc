package org.deviceoffboarding.access;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an open page sends, before Vaadin reads it: Vaadin takes what it cannot read for a fault of its own. */
final class PageMessage {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_CALLS = 5_000;

    /** The character with the number 0, and not a backslash before such digits. */
    private static final Pattern NOTHING = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private PageMessage() {}

    /** Returns whether a page of the portal could have sent it: its form, not whether it may. */
    static boolean isReadable(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            return message.isObject()
                    && (message.has("UNLOAD") || isNumber(message, "syncId"))
                    && (!message.has("clientId") || isNumber(message, "clientId"))
                    && (!message.has("csrfToken") || message.get("csrfToken").isString())
                    && areCalls(message.path("rpc"));
        } catch (JacksonException e) {
            return false;
        }
    }

    /** Returns it without the character that no database takes: nobody types it, but some copy it with other text. */
    static String storable(String text) {
        return NOTHING.matcher(text).replaceAll("$1\\\\ufffd");
    }

    private static boolean areCalls(JsonNode calls) {
        if (!calls.isArray() || calls.size() > MOST_CALLS) {
            return false;
        }
        for (JsonNode call : calls) {
            if (!call.isObject()
                    || !call.path("type").isString()
                    || isHalf(call)
                    || (call.has("node") && !isNumber(call, "node"))) {
                return false;
            }
        }
        return true;
    }

    /** A value that says not of what. */
    private static boolean isHalf(JsonNode call) {
        return call.path("type").asString().equals("mSync")
                && !call.path("property").isString();
    }

    private static boolean isNumber(JsonNode of, String name) {
        return of.path(name).isIntegralNumber() && of.path(name).canConvertToInt();
    }
}
