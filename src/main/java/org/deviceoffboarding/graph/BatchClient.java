package org.deviceoffboarding.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.graph.answer.BrokenConnectionException;
import org.deviceoffboarding.graph.answer.JsonAnswers;
import org.deviceoffboarding.graph.answer.UnusableAnswerException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The request that carries others, and its answer taken apart. Sends once: what is to be repeated is the caller's to say. */
@Component
class BatchClient {

    /** Graph refuses more parts. */
    static final int PARTS = 20;

    private record Request(
            String id,
            String method,
            String url,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> headers,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> body) {}

    private record Requests(List<Request> requests) {}

    private record Response(
            @Nullable String id,
            int status,
            @Nullable Map<String, @Nullable String> headers,
            @Nullable JsonNode body) {}

    private record Responses(@Nullable List<@Nullable Response> responses) {}

    private final GraphTransport transport;
    private final GraphAddress address;
    private final JsonAnswers json;
    private final GraphErrors errors;

    BatchClient(GraphTransport transport, GraphAddress address, JsonAnswers json, GraphErrors errors) {
        this.transport = transport;
        this.address = address;
        this.json = json;
        this.errors = errors;
    }

    /**
     * Sends parts, each under a number of the caller's.
     *
     * @return the answers under the same numbers; Graph may leave some out
     * @throws RefusedException if Graph refused all of them at once
     * @throws BrokenConnectionException if no answer came, or not to its end
     * @throws UnusableAnswerException if the answer is not one to a batch
     */
    Map<Integer, BatchAnswer> send(Map<Integer, BatchPart> parts, AccessTokens tokens) {
        byte[] body = json.bytes(new Requests(parts.entrySet().stream()
                .map(part -> request(part.getKey(), part.getValue()))
                .toList()));
        Responses responses =
                transport.post(address.of("/$batch"), body, tokens, answer -> json.object(answer, Responses.class));
        return answers(parts, responses);
    }

    private Request request(int number, BatchPart part) {
        return new Request(String.valueOf(number), part.method(), relative(part.path()), part.headers(), part.body());
    }

    /** Returns the path escaped as in an address of its own. */
    private String relative(String path) {
        return address.of(path).toString().substring(address.base().length());
    }

    private Map<Integer, BatchAnswer> answers(Map<Integer, BatchPart> parts, Responses responses) {
        var answers = new HashMap<Integer, BatchAnswer>();
        var byId = byId(responses.responses());
        for (int number : parts.keySet()) {
            Response response = byId.get(String.valueOf(number));
            if (response != null && response.status() > 0) {
                answers.put(number, answer(response));
            }
        }
        return answers;
    }

    private static Map<String, Response> byId(@Nullable List<@Nullable Response> responses) {
        var byId = new HashMap<String, Response>();
        if (responses != null) {
            for (Response response : responses) {
                if (response != null && response.id() != null) {
                    byId.put(response.id(), response);
                }
            }
        }
        return byId;
    }

    private BatchAnswer answer(Response response) {
        JsonNode body = response.body() == null ? MissingNode.getInstance() : response.body();
        return new BatchAnswer(
                errors.read(
                        response.status(), body, header(response, "Retry-After"), header(response, "WWW-Authenticate")),
                body);
    }

    private static @Nullable String header(Response response, String name) {
        if (response.headers() != null) {
            for (var header : response.headers().entrySet()) {
                if (header.getKey().equalsIgnoreCase(name)) {
                    return header.getValue();
                }
            }
        }
        return null;
    }
}
