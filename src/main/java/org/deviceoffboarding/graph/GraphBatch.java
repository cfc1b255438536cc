package org.deviceoffboarding.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Asks many small questions with few requests. Each part of a batch counts against Graph's limits alone and may be told
 * to come again, so that only those parts are asked again.
 */
@Component
class GraphBatch {

    /** Graph refuses more. */
    private static final int PARTS = 20;

    private record Part(
            String id,
            String method,
            String url,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> headers) {}

    private record Envelope(List<Part> requests) {}

    private record Response(
            @Nullable String id,
            int status,
            @Nullable Map<String, @Nullable String> headers,
            @Nullable JsonNode body) {}

    private record Responses(@Nullable List<Response> responses) {}

    private final GraphTransport transport;
    private final GraphAddress address;
    private final JsonAnswers json;
    private final GraphErrors errors;
    private final PatientCalls calls;

    GraphBatch(
            GraphTransport transport, GraphAddress address, JsonAnswers json, GraphErrors errors, PatientCalls calls) {
        this.transport = transport;
        this.address = address;
        this.json = json;
        this.errors = errors;
        this.calls = calls;
    }

    List<GraphAnswer> getAll(List<GraphRequest> requests, Asked asked, AccessTokens tokens) {
        var answers = new ArrayList<GraphAnswer>(requests.size());
        for (int from = 0; from < requests.size(); from += PARTS) {
            answers.addAll(answer(requests.subList(from, Math.min(from + PARTS, requests.size())), asked, tokens));
        }
        return answers;
    }

    private List<GraphAnswer> answer(List<GraphRequest> requests, Asked asked, AccessTokens tokens) {
        var patience = calls.patience();
        var answers = new HashMap<Integer, GraphAnswer>();
        while (true) {
            Refusal later = ask(requests, answers, asked, patience, tokens);
            if (later == null) {
                return IntStream.range(0, requests.size())
                        .mapToObj(index -> Objects.requireNonNull(answers.get(index)))
                        .toList();
            }
            calls.waitOut(asked, patience, later);
        }
    }

    /** Asks what has no answer yet; returns the refusal with the longest wait among those that pass. */
    private @Nullable Refusal ask(
            List<GraphRequest> requests,
            Map<Integer, GraphAnswer> answers,
            Asked asked,
            Patience patience,
            AccessTokens tokens) {
        var responses = post(requests, answers, asked, patience, tokens);
        Refusal later = null;
        for (int index = 0; index < requests.size(); index++) {
            if (answers.containsKey(index)) {
                continue;
            }
            Response response = responses.get(String.valueOf(index));
            if (response == null) {
                throw asked.unusable("it leaves out a part of what was asked");
            }
            Refusal refusal = refusalOf(response);
            if (refusal.passes()) {
                later = later == null || wait(refusal).compareTo(wait(later)) > 0 ? refusal : later;
            } else if (refusal.status() == 401 || refusal.status() == 403) {
                throw asked.refused(refusal);
            } else {
                answers.put(index, answerOf(requests.get(index), response));
            }
        }
        return later;
    }

    private Map<String, Response> post(
            List<GraphRequest> requests,
            Map<Integer, GraphAnswer> answers,
            Asked asked,
            Patience patience,
            AccessTokens tokens) {
        var parts = new ArrayList<Part>();
        for (int index = 0; index < requests.size(); index++) {
            if (!answers.containsKey(index)) {
                parts.add(new Part(
                        String.valueOf(index),
                        "GET",
                        relative(requests.get(index).path()),
                        requests.get(index).headers()));
            }
        }
        byte[] body = json.bytes(new Envelope(parts));
        Responses responses = calls.call(
                asked,
                patience,
                () -> transport.post(
                        address.of("/$batch"), body, tokens, answer -> json.object(answer, Responses.class)));
        var byId = new HashMap<String, Response>();
        for (Response response : responses.responses() == null ? List.<Response>of() : responses.responses()) {
            if (response.id() != null) {
                byId.put(response.id(), response);
            }
        }
        return byId;
    }

    private Refusal refusalOf(Response response) {
        String retryAfter = response.headers() == null
                ? null
                : response.headers().entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase("Retry-After"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
        return errors.read(response.status(), bodyOf(response), retryAfter);
    }

    private static GraphAnswer answerOf(GraphRequest request, Response response) {
        return new GraphAnswer(request.id(), response.status(), bodyOf(response));
    }

    private static JsonNode bodyOf(Response response) {
        return response.body() == null ? MissingNode.getInstance() : response.body();
    }

    private static Duration wait(Refusal refusal) {
        return refusal.retryAfter() == null ? Duration.ZERO : refusal.retryAfter();
    }

    /** Returns the path escaped as in an address of its own. */
    private String relative(String path) {
        return address.of(path).toString().substring(address.base().length());
    }
}
