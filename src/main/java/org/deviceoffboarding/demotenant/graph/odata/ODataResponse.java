package org.deviceoffboarding.demotenant.graph.odata;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What Graph answers. All that can go wrong has gone wrong before the body is written.
 *
 * @param json writes the body; null where there is none
 * @param text the body where it is plain text
 */
public record ODataResponse(
        int status,
        Map<String, String> headers,
        @Nullable Body json,
        @Nullable String text) {

    static final String JSON =
            "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    /** Writes a JSON value as a stream. */
    @FunctionalInterface
    public interface Body {
        void writeTo(JsonGenerator json);
    }

    /** Answers 200 with a JSON value. */
    public static ODataResponse ok(Body body) {
        return json(200, body);
    }

    static ODataResponse json(int status, Body body) {
        return new ODataResponse(status, Map.of("Content-Type", JSON), body, null);
    }

    static ODataResponse text(String text) {
        return new ODataResponse(200, Map.of("Content-Type", "text/plain"), null, text);
    }

    /** Answers 204. */
    public static ODataResponse noContent() {
        return new ODataResponse(204, Map.of(), null, null);
    }

    /** Returns the same answer with one more header. */
    public ODataResponse with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new ODataResponse(status, all, json, text);
    }
}
