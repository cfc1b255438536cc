package org.deviceoffboarding.keys;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphAnswer;
import org.deviceoffboarding.graph.GraphRequest;
import org.springframework.stereotype.Component;

/** Asks one question for each of many device IDs. What a single device is refused is that device's problem alone. */
@Component
class KeyQuestions {

    /** Entra's interfaces for keys refuse callers that do not say who they are, and a batch passes on no such header. */
    private static final Map<String, String> HEADERS = Map.of("User-Agent", "DeviceOffboardingPortal");

    private final Graph graph;

    KeyQuestions(Graph graph) {
        this.graph = graph;
    }

    <T> Map<UUID, T> ask(
            List<UUID> deviceIds, Question question, Function<GraphAnswer, T> reader, AccessTokens tokens) {
        List<GraphRequest> requests = deviceIds.stream()
                .map(id -> new GraphRequest(id.toString(), question.path().apply(id), HEADERS))
                .toList();
        return graph.getAll(requests, question.source(), question.permission(), tokens).stream()
                .collect(Collectors.toMap(answer -> UUID.fromString(answer.id()), reader));
    }

    /** Returns what to say where an answer is neither a yes nor a no. */
    static String unclear(String what, GraphAnswer answer) {
        return "Microsoft Graph gave no clear answer about its %s (status %d)%s. Check again later."
                .formatted(what, answer.status(), answer.code().isEmpty() ? "" : ": " + answer.code());
    }

    /**
     * What is asked.
     *
     * @param source for people
     * @param permission the least privileged one
     * @param path for a device ID
     */
    record Question(String source, String permission, Function<UUID, String> path) {}
}
