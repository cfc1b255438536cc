package org.deviceoffboarding.graph;

import java.io.IOException;
import java.time.Clock;
import okhttp3.Response;
import org.deviceoffboarding.graph.refusal.ClaimsChallenge;
import org.deviceoffboarding.graph.refusal.ErrorText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what Graph says about a request that it refuses, whatever form that has. */
@Component
class GraphErrors {

    private static final int LONGEST_BODY = 64 * 1024;

    private final JsonMapper json = JsonMapper.shared();
    private final Clock clock;

    GraphErrors(Clock clock) {
        this.clock = clock;
    }

    GraphErrorResponse read(Response response) {
        return read(
                response.code(),
                body(response),
                response.header("Retry-After"),
                response.header(ChallengeForUs.HEADER));
    }

    /** @param body of the refusal; anything but Graph's error body says nothing */
    GraphErrorResponse read(int status, JsonNode body, @Nullable String retryAfter, @Nullable String authenticate) {
        ErrorText error = ErrorText.in(body);
        return new GraphErrorResponse(
                status,
                error.code(),
                error.message(),
                RetryAfter.parse(retryAfter, clock),
                ClaimsChallenge.parse(authenticate));
    }

    private JsonNode body(Response response) {
        try {
            return json.readTree(response.peekBody(LONGEST_BODY).byteStream());
        } catch (IOException | JacksonException e) {
            return json.missingNode();
        }
    }
}
