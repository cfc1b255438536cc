package org.deviceoffboarding.graph.refusal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the body of a refusal says, fit for a sentence: without JSON, without control characters, and short. Intune wraps its
 * message in JSON, that in a message of JSON again, and spells the properties in another way each time.
 *
 * @param code the innermost one; empty where there is none
 * @param message may be empty
 */
public record ErrorText(String code, String message) {

    private static final ErrorText NONE = new ErrorText("", "");

    private static final int DEEPEST = 50;
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_MESSAGE = 300;
    private static final Pattern JSON_BEGINS = Pattern.compile("[{\\[]\\s*(\\\\*\"|[{\\[}\\]])");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public ErrorText {
        code = clean(code, LONGEST_CODE);
        message = clean(message, LONGEST_MESSAGE);
    }

    public static ErrorText in(JsonNode body) {
        return NONE.unwrap(body, DEEPEST);
    }

    private ErrorText unwrap(JsonNode node, int depth) {
        if (depth == 0) {
            return this;
        }
        if (node.isString()) {
            return unwrap(node.asString(), depth);
        }
        JsonNode given = property(node, "code", "errorCode");
        var known = given.isString() && !given.asString().isBlank() ? new ErrorText(given.asString(), message) : this;
        return known.unwrap(
                property(node, "message", "errorMessage", "error_description", "value", "error"), depth - 1);
    }

    private ErrorText unwrap(String text, int depth) {
        String stripped = text.strip();
        Matcher json = JSON_BEGINS.matcher(stripped);
        int begin = stripped.startsWith("\"") ? 0 : json.find() ? json.start() : -1;
        if (begin < 0) {
            return new ErrorText(code, stripped);
        }
        ErrorText inner = unwrap(read(stripped.substring(begin)), depth - 1);
        return new ErrorText(inner.code, stripped.substring(0, begin) + " " + inner.message);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException broken) {
            return MissingNode.getInstance(); // and nobody is to read it
        }
    }

    /** Returns the first of some properties that an object has, in whatever case. */
    private static JsonNode property(JsonNode object, String... names) {
        for (String name : names) {
            for (var property : object.properties()) {
                if (property.getKey().equalsIgnoreCase(name)
                        && !property.getValue().isNull()) {
                    return property.getValue();
                }
            }
        }
        return MissingNode.getInstance();
    }

    private static String clean(String text, int longest) {
        String clean = text.replaceAll("[\\p{C}\\p{Z}\\s]+", " ").strip();
        return clean.codePointCount(0, clean.length()) <= longest
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, longest)) + "…";
    }
}
