package org.deviceoffboarding.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks many small questions with few requests. Each part of a batch counts against Graph's limits alone and may be told
 * to come again, so that only those parts are asked again.
 */
@Component
class GraphBatch {

    private final BatchClient client;
    private final RetryingCalls calls;

    GraphBatch(BatchClient client, RetryingCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    List<GraphAnswer> getAll(List<GraphRequest> requests, GraphOperation operation, AccessTokens tokens) {
        var answers = new ArrayList<GraphAnswer>(requests.size());
        for (int from = 0; from < requests.size(); from += BatchClient.PARTS) {
            int to = Math.min(from + BatchClient.PARTS, requests.size());
            answers.addAll(answer(requests.subList(from, to), operation, tokens));
        }
        return answers;
    }

    private List<GraphAnswer> answer(List<GraphRequest> requests, GraphOperation operation, AccessTokens tokens) {
        var budget = calls.patience();
        var answers = new HashMap<Integer, GraphAnswer>();
        while (true) {
            GraphErrorResponse later = ask(requests, answers, operation, budget, tokens);
            if (later == null) {
                return IntStream.range(0, requests.size())
                        .mapToObj(index -> Objects.requireNonNull(answers.get(index)))
                        .toList();
            }
            calls.waitOut(operation, budget, later);
        }
    }

    /** Asks what has no answer yet; returns the refusal with the longest wait among those that pass. */
    private @Nullable GraphErrorResponse ask(
            List<GraphRequest> requests,
            Map<Integer, GraphAnswer> answers,
            GraphOperation operation,
            RetryBudget budget,
            AccessTokens tokens) {
        var parts = unanswered(requests, answers);
        var responses = calls.call(operation, budget, () -> client.send(parts, tokens));
        GraphErrorResponse later = null;
        for (int index : parts.keySet()) {
            BatchAnswer response = responses.get(index);
            if (response == null) {
                throw operation.unusable("it leaves out a part of what was asked");
            }
            GraphErrorResponse outcome = response.outcome();
            if (outcome.passes()) {
                later = later == null || wait(outcome).compareTo(wait(later)) > 0 ? outcome : later;
            } else if (outcome.status() == 401 || outcome.status() == 403) {
                throw operation.refused(outcome);
            } else {
                answers.put(index, new GraphAnswer(requests.get(index).id(), outcome.status(), response.body()));
            }
        }
        return later;
    }

    private static Map<Integer, BatchPart> unanswered(List<GraphRequest> requests, Map<Integer, GraphAnswer> answers) {
        var parts = new TreeMap<Integer, BatchPart>();
        for (int index = 0; index < requests.size(); index++) {
            if (!answers.containsKey(index)) {
                parts.put(index, BatchPart.of(requests.get(index)));
            }
        }
        return parts;
    }

    private static Duration wait(GraphErrorResponse refusal) {
        return refusal.retryAfter() == null ? Duration.ZERO : refusal.retryAfter();
    }
}
