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

    private final BatchEnvelope envelope;
    private final PatientCalls calls;

    GraphBatch(BatchEnvelope envelope, PatientCalls calls) {
        this.envelope = envelope;
        this.calls = calls;
    }

    List<GraphAnswer> getAll(List<GraphRequest> requests, Asked asked, AccessTokens tokens) {
        var answers = new ArrayList<GraphAnswer>(requests.size());
        for (int from = 0; from < requests.size(); from += BatchEnvelope.PARTS) {
            int to = Math.min(from + BatchEnvelope.PARTS, requests.size());
            answers.addAll(answer(requests.subList(from, to), asked, tokens));
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
        var parts = unanswered(requests, answers);
        var responses = calls.call(asked, patience, () -> envelope.send(parts, tokens));
        Refusal later = null;
        for (int index : parts.keySet()) {
            BatchAnswer response = responses.get(index);
            if (response == null) {
                throw asked.unusable("it leaves out a part of what was asked");
            }
            Refusal outcome = response.outcome();
            if (outcome.passes()) {
                later = later == null || wait(outcome).compareTo(wait(later)) > 0 ? outcome : later;
            } else if (outcome.status() == 401 || outcome.status() == 403) {
                throw asked.refused(outcome);
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

    private static Duration wait(Refusal refusal) {
        return refusal.retryAfter() == null ? Duration.ZERO : refusal.retryAfter();
    }
}
