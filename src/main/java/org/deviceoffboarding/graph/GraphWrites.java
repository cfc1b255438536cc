package org.deviceoffboarding.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends changes, up to 20 in one request, once, and tells what is known of each afterwards. */
@Component
class GraphWrites {

    private final BatchClient client;

    GraphWrites(BatchClient client) {
        this.client = client;
    }

    List<WriteAnswer> write(List<GraphWrite> changes, AccessTokens tokens) {
        if (changes.size() > BatchClient.PARTS) {
            throw new IllegalArgumentException(
                    "Graph takes %d changes at once, got %d".formatted(BatchClient.PARTS, changes.size()));
        }
        return changes.isEmpty() ? List.of() : send(changes, tokens);
    }

    private List<WriteAnswer> send(List<GraphWrite> changes, AccessTokens tokens) {
        try {
            var answers = client.send(parts(changes), tokens);
            return IntStream.range(0, changes.size())
                    .mapToObj(number -> answer(changes.get(number), answers.get(number)))
                    .toList();
        } catch (RefusedException e) {
            return changes.stream()
                    .map(change -> WriteAnswer.of(change, e.refusal()))
                    .toList();
        } catch (BrokenConnectionException e) {
            return unanswered(changes, "Microsoft Graph gave no answer: " + e.why());
        } catch (UnusableAnswerException e) {
            return unanswered(changes, "Microsoft Graph's answer cannot be used: " + e.why());
        }
    }

    private static Map<Integer, BatchPart> parts(List<GraphWrite> changes) {
        var parts = new TreeMap<Integer, BatchPart>();
        for (int number = 0; number < changes.size(); number++) {
            parts.put(number, BatchPart.of(changes.get(number)));
        }
        return parts;
    }

    private static WriteAnswer answer(GraphWrite change, @Nullable BatchAnswer answer) {
        return answer == null
                ? WriteAnswer.none(change, "Microsoft Graph's answer leaves out this change")
                : WriteAnswer.of(change, answer.outcome());
    }

    private static List<WriteAnswer> unanswered(List<GraphWrite> changes, String why) {
        return changes.stream().map(change -> WriteAnswer.none(change, why)).toList();
    }
}
