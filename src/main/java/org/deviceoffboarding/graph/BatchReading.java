package org.deviceoffboarding.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.deviceoffboarding.base.ParallelTasks;
import org.deviceoffboarding.graph.refusal.RefusalCause;
import org.jspecify.annotations.Nullable;

/**
 * Questions that are asked in batches. Each part of a batch counts against Graph's limits alone, and may fail alone or be told
 * to come again: only those parts are asked again, for as long and as often as a request of its own would be.
 */
final class BatchReading {

    /**
     * Parts that are asked again together.
     *
     * @param outcome of the first of them
     */
    private record Again(GraphErrorResponse outcome, List<Integer> parts) {}

    /** Which parts may be asked again together: those that wait for the same time for the same sort of reason. */
    private record Sort(boolean passes, @Nullable Duration retryAfter) {}

    /**
     * How many batches are on their way at once. Intune answers 2,000 parts in 20 seconds, five batches a second, of which each takes
     * half a second and more.
     */
    static final int IN_FLIGHT = 4;

    private final BatchClient client;
    private final RetryingCalls calls;
    private final List<GraphRequest> requests;
    private final GraphOperation operation;
    private final AccessTokens tokens;
    private final IntConsumer answered;
    private final @Nullable GraphAnswer[] answers;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT, true);

    BatchReading(
            BatchClient client,
            RetryingCalls calls,
            List<GraphRequest> requests,
            GraphOperation operation,
            AccessTokens tokens,
            IntConsumer answered) {
        this.client = client;
        this.calls = calls;
        this.requests = requests;
        this.operation = operation;
        this.tokens = tokens;
        this.answered = answered;
        this.answers = new GraphAnswer[requests.size()];
    }

    /** Returns an answer to each question, in their order, whatever the order in which Graph gives them. */
    List<GraphAnswer> answers() {
        sideBySide(
                IntStream.iterate(0, from -> from < requests.size(), from -> from + BatchClient.PARTS)
                        .mapToObj(from -> IntStream.range(from, Math.min(from + BatchClient.PARTS, requests.size()))
                                .boxed()
                                .toList())
                        .map(parts -> (Consumer<AccessTokens>)
                                current -> ask(parts, calls.patience(), new UsedTokens(current)))
                        .toList(),
                tokens);
        return Arrays.stream(answers).map(Objects::requireNonNull).toList();
    }

    private void ask(List<Integer> parts, RetryBudget budget, UsedTokens used) {
        var responses = calls.call(operation, budget, used, current -> send(batch(parts), current));
        int done = 0;
        var refused = new ArrayList<Integer>();
        var again = new LinkedHashMap<Sort, Again>();
        for (int part : parts) {
            BatchAnswer response = responses.get(part);
            if (response == null) {
                throw operation.unusable("it leaves out a part of what was asked");
            }
            GraphErrorResponse outcome = response.outcome();
            if (outcome.passes() || outcome.isServerFault()) {
                again.computeIfAbsent(
                                new Sort(outcome.passes(), outcome.retryAfter()),
                                sort -> new Again(outcome, new ArrayList<>()))
                        .parts()
                        .add(part);
            } else if (outcome.cause() == RefusalCause.SIGN_IN) {
                refused.add(part);
            } else if (outcome.cause() != RefusalCause.REQUEST) {
                throw operation.refused(outcome, used);
            } else {
                answers[part] =
                        new GraphAnswer(requests.get(part).id(), outcome.status(), outcome.code(), response.body());
                done++;
            }
        }
        if (done > 0) {
            answered.accept(done);
        }
        if (!refused.isEmpty()) {
            GraphErrorResponse refusal =
                    Objects.requireNonNull(responses.get(refused.getFirst())).outcome();
            if (!used.renew(refusal)) {
                throw operation.refused(refusal, used);
            }
            ask(refused, budget.copy(), used);
        }
        sideBySide(
                again.values().stream()
                        .map(later -> (Consumer<AccessTokens>) current -> askLater(later, budget.copy(), current))
                        .toList(),
                used);
    }

    private void askLater(Again later, RetryBudget budget, AccessTokens current) {
        calls.waitAfter(operation, budget, later.outcome());
        ask(later.parts(), budget, new UsedTokens(current));
    }

    private Map<Integer, BatchAnswer> send(Map<Integer, BatchPart> batch, AccessTokens current) {
        try {
            inFlight.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw calls.stopped(operation);
        }
        try {
            return client.send(batch, current);
        } finally {
            inFlight.release();
        }
    }

    private Map<Integer, BatchPart> batch(List<Integer> parts) {
        var batch = new TreeMap<Integer, BatchPart>();
        parts.forEach(part -> batch.put(part, BatchPart.of(requests.get(part))));
        return batch;
    }

    /** None waits for what another is told to wait. */
    private static void sideBySide(List<Consumer<AccessTokens>> tasks, AccessTokens tokens) {
        if (tasks.size() == 1) {
            tasks.getFirst().accept(tokens);
        } else if (!tasks.isEmpty()) {
            var together = new ParallelTasks();
            AccessTokens undisturbed = new UndisturbedTokens(tokens, together);
            together.run(tasks.stream()
                    .map(task -> (Runnable) () -> task.accept(undisturbed))
                    .toList());
        }
    }
}
