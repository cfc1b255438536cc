package org.deviceoffboarding.graph;

import java.io.IOException;
import java.time.Clock;
import okhttp3.Response;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what Graph says about a request that it refuses, whatever form that has. */
@Component
class GraphErrors {

    private static final int LONGEST_BODY = 64 * 1024;
    private static final int LONGEST_MESSAGE = 300;

    private final JsonMapper json = JsonMapper.shared();
    private final Clock clock;

    GraphErrors(Clock clock) {
        this.clock = clock;
    }

    GraphErrorResponse read(Response response) {
        return read(response.code(), body(response), response.header("Retry-After"));
    }

    /** @param body of the refusal; anything but Graph's error body says nothing */
    GraphErrorResponse read(int status, JsonNode body, @Nullable String retryAfter) {
        JsonNode error = body.path("error");
        return new GraphErrorResponse(
                status,
                shortened(error.path("code").asString("")),
                shortened(message(error.path("message").asString(""))),
                RetryAfter.parse(retryAfter, clock));
    }

    private JsonNode body(Response response) {
        try {
            return json.readTree(response.peekBody(LONGEST_BODY).byteStream());
        } catch (IOException | JacksonException e) {
            return json.missingNode();
        }
    }

    /** Intune wraps its message in JSON of its own. */
    private String message(String message) {
        if (!message.startsWith("{")) {
            return message;
        }
        try {
            return json.readTree(message).path("Message").asString(message);
        } catch (JacksonException e) {
            return message;
        }
    }

    private static String shortened(String text) {
        String clean = Sql.text(text.strip());
        return clean.length() <= LONGEST_MESSAGE ? clean : clean.substring(0, LONGEST_MESSAGE) + "…";
    }
}
