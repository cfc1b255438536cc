package org.deviceoffboarding.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deviceoffboarding.graph.answer.BrokenConnectionException;
import org.deviceoffboarding.graph.answer.UnusableAnswerException;
import org.deviceoffboarding.graph.refusal.RefusalCause;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends changes, up to 20 in one request, once, and tells what is known of each afterwards. What was refused because the access
 * token was not accepted was certainly not done, and is sent once more with another.
 */
@Component
class GraphWrites {

    private static final Outcome LEFT_OUT = new Outcome(null, "Microsoft Graph's answer leaves out this change");

    private final BatchClient client;

    GraphWrites(BatchClient client) {
        this.client = client;
    }

    List<WriteAnswer> write(List<GraphWrite> changes, AccessTokens tokens) {
        if (changes.size() > BatchClient.PARTS) {
            throw new IllegalArgumentException(
                    "Graph takes %d changes at once, got %d".formatted(BatchClient.PARTS, changes.size()));
        }
        var parts = new TreeMap<Integer, BatchPart>();
        for (int number = 0; number < changes.size(); number++) {
            parts.put(number, BatchPart.of(changes.get(number)));
        }
        Map<Integer, Outcome> outcomes = changes.isEmpty() ? Map.of() : send(parts, new UsedTokens(tokens));
        return IntStream.range(0, changes.size())
                .mapToObj(number -> outcomes.getOrDefault(number, LEFT_OUT).answer(changes.get(number)))
                .toList();
    }

    private Map<Integer, Outcome> send(Map<Integer, BatchPart> parts, UsedTokens used) {
        Map<Integer, Outcome> outcomes = sendOnce(parts, used);
        Map<Integer, BatchPart> refused = new TreeMap<>(parts);
        refused.keySet()
                .removeIf(number -> !outcomes.getOrDefault(number, LEFT_OUT).refusedSignIn());
        if (!refused.isEmpty() && used.renew(refusal(outcomes, refused))) {
            try {
                outcomes.putAll(sendOnce(refused, used));
            } catch (GraphException e) {
                // There is no other token to be had, so that the refusal stays.
            }
        }
        if (outcomes.values().stream().anyMatch(Outcome::refusedSignIn)) {
            used.renew(refusal(outcomes, parts)); // for whoever tries again
        }
        return outcomes;
    }

    private Map<Integer, Outcome> sendOnce(Map<Integer, BatchPart> parts, AccessTokens tokens) {
        try {
            Map<Integer, Outcome> outcomes = new HashMap<>();
            client.send(parts, tokens)
                    .forEach((number, answer) -> outcomes.put(number, new Outcome(answer.outcome(), "")));
            return outcomes;
        } catch (RefusedException e) {
            return each(parts, new Outcome(e.refusal(), ""));
        } catch (BrokenConnectionException e) {
            return each(parts, new Outcome(null, "Microsoft Graph gave no answer: " + e.why()));
        } catch (UnusableAnswerException e) {
            return each(parts, new Outcome(null, "Microsoft Graph's answer cannot be used: " + e.why()));
        }
    }

    private static Map<Integer, Outcome> each(Map<Integer, BatchPart> parts, Outcome outcome) {
        return parts.keySet().stream().collect(Collectors.toMap(number -> number, number -> outcome));
    }

    private static GraphErrorResponse refusal(Map<Integer, Outcome> outcomes, Map<Integer, BatchPart> among) {
        return among.keySet().stream()
                .map(number -> outcomes.getOrDefault(number, LEFT_OUT))
                .filter(Outcome::refusedSignIn)
                .map(Outcome::response)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /**
     * What is known of one change.
     *
     * @param response null if none came
     * @param why there is none, a sentence without its full stop
     */
    private record Outcome(@Nullable GraphErrorResponse response, String why) {

        boolean refusedSignIn() {
            return response != null && response.cause() == RefusalCause.SIGN_IN;
        }

        WriteAnswer answer(GraphWrite change) {
            return response == null ? WriteAnswer.none(change, why) : WriteAnswer.of(change, response);
        }
    }
}
