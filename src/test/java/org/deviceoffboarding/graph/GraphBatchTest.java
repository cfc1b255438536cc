package org.deviceoffboarding.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.graph.ScriptedGraph.TOKENS;
import static org.deviceoffboarding.graph.ScriptedGraph.error;
import static org.deviceoffboarding.graph.ScriptedGraph.json;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphBatchTest {

    record Organization(String id) {}

    private final ScriptedGraph graph = new ScriptedGraph();

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void asksTwentyAtATimeAndReturnsTheAnswersInOrder() {
        graph.on("/$batch", answersToWhatIsAsked());

        var answers = getAll(25);

        assertThat(answers).extracting(GraphAnswer::id).containsExactlyElementsOf(names(25));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(graph.requests()).hasSize(2);
        assertThat(graph.requests())
                .anyMatch(request -> request.contains("\"url\":\"/things?$filter=name%20eq%20%27d0%27\""));
    }

    @Test
    void partsThatGraphHasNoTimeForAreAskedAgainAlone() {
        graph.on(
                "/$batch",
                json("""
                        {"responses":[{"id":"1","status":429,"headers":{"retry-after":"7"},"body":{"error":{"code":"TooManyRequests"}}},
                                      {"id":"0","status":200,"body":{"value":[]}}]}"""),
                json("{\"responses\":[{\"id\":\"1\",\"status\":404,\"body\":{\"error\":{\"code\":\"x\"}}}]}"));

        var answers = getAll(2);

        assertThat(answers).extracting(GraphAnswer::status).containsExactly(200, 404);
        assertThat(graph.waits()).containsExactly(Duration.ofSeconds(7));
        assertThat(graph.requests().get(1)).contains("d1").doesNotContain("d0");
    }

    @Test
    void whoTellsHowFarItIsHearsOfEachAnswerOnce() {
        var told = new ConcurrentLinkedQueue<Integer>();
        graph.on("/$batch", json("""
                        {"responses":[{"id":"1","status":429,"headers":{"retry-after":"7"},"body":{"error":{"code":"TooManyRequests"}}},
                                      {"id":"2","status":404,"body":{}},
                                      {"id":"0","status":200,"body":{"value":[]}}]}"""), answersToWhatIsAsked());

        graph.graph()
                .getAll(
                        List.of(
                                new GraphRequest("a", "/things/a"),
                                new GraphRequest("b", "/things/b"),
                                new GraphRequest("c", "/things/c")),
                        "things",
                        "Thing.Read.All",
                        TOKENS,
                        told::add);

        assertThat(told).containsExactly(2, 1);
    }

    @Test
    void anObjectThatIsGoneIsAnAnswerLikeAnyOther() {
        graph.on("/$batch", json("""
                {"responses":[{"id":"1","status":200,"body":{"id":"d1"}},
                              {"id":"0","status":404,"body":{"error":{"code":"Request_ResourceNotFound"}}}]}"""));

        var answers = getAll(2);

        assertThat(answers).extracting(GraphAnswer::status).containsExactly(404, 200);
        assertThat(answers.getFirst().body().at("/error/code").asString()).isEqualTo("Request_ResourceNotFound");
        assertThat(graph.requests()).hasSize(1);
        assertThat(graph.waits()).isEmpty();
    }

    @Test
    void aPartThatIsNotPermittedNamesThePermission() {
        graph.on(
                "/$batch",
                json("{\"responses\":[{\"id\":\"0\",\"status\":403,\"body\":{\"error\":{\"code\":\"Forbidden\"}}}]}"));

        assertThatExceptionOfType(GraphPermissionMissingException.class)
                .isThrownBy(() -> getAll(1))
                .satisfies(e -> assertThat(e.reason()).contains("things by name", "403 Forbidden", "Thing.Read.All"));
    }

    @Test
    void aPartWithoutAnAnswerFails() {
        graph.on("/$batch", json("{\"responses\":[{\"id\":\"0\",\"status\":200,\"body\":{}}]}"));

        assertThatExceptionOfType(GraphAnswerException.class)
                .isThrownBy(() -> getAll(2))
                .satisfies(e -> assertThat(e.reason()).contains("leaves out a part"));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void partsThatFailAreAskedAgainAlone(int status) {
        graph.on("/$batch", json("""
                {"responses":[{"id":"1","status":%d},{"id":"0","status":200,"body":{"value":[]}}]}""".formatted(status)), batch(1, 1));

        assertThat(getAll(2)).extracting(GraphAnswer::status).containsExactly(200, 200);
        assertThat(graph.waits()).containsExactly(Duration.ofSeconds(1));
        assertThat(graph.requests().get(1)).contains("d1").doesNotContain("d0");
    }

    @Test
    void partsThatFailForEverAreAskedForAsOftenAsARequestOfItsOwn() {
        graph.on(
                "/$batch",
                json("""
                        {"responses":[{"id":"0","status":200,"body":{}},{"id":"1","status":500,"body":{"error":{"code":"generalException"}}}]}"""),
                json(
                        "{\"responses\":[{\"id\":\"1\",\"status\":500,\"body\":{\"error\":{\"code\":\"generalException\"}}}]}"));

        assertThatExceptionOfType(GraphUnavailableException.class)
                .isThrownBy(() -> getAll(2))
                .satisfies(e -> assertThat(e.reason())
                        .contains("could not be reached", "500 generalException", "7 times in a row"));
        assertThat(graph.requests()).hasSize(RetryBudget.CONNECTION_ATTEMPTS);
    }

    @Test
    void eachPartWaitsForItsOwnTime() {
        graph.on("/$batch", json("""
                        {"responses":[{"id":"0","status":429,"headers":{"Retry-After":"200"}},
                                      {"id":"1","status":429,"headers":{"Retry-After":"3"}},
                                      {"id":"2","status":500},
                                      {"id":"3","status":200,"body":{"value":[]}}]}"""), answersToWhatIsAsked());

        assertThat(getAll(4)).extracting(GraphAnswer::id).containsExactly("d0", "d1", "d2", "d3");
        assertThat(graph.waits())
                .containsExactlyInAnyOrder(Duration.ofSeconds(200), Duration.ofSeconds(3), Duration.ofSeconds(1));
        assertThat(graph.requests()).hasSize(4);
    }

    @Test
    void batchesAreOnTheirWayTogetherAndNeverMoreThanSome() {
        var together = new CyclicBarrier(BatchReading.IN_FLIGHT);
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var answer = answersToWhatIsAsked();
        graph.on("/$batch", exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            await(together);
            now.decrementAndGet();
            answer.send(exchange);
        });

        var answers = getAll(8 * 20);

        assertThat(answers).extracting(GraphAnswer::id).containsExactlyElementsOf(names(160));
        assertThat(most).hasValue(BatchReading.IN_FLIGHT);
    }

    @Test
    void theOrderInWhichBatchesAreAnsweredChangesNothing() {
        var later = new CountDownLatch(1);
        var answer = answersToWhatIsAsked();
        graph.on("/$batch", exchange -> {
            if (ScriptedGraph.parts().contains("0")) {
                await(later);
            } else {
                later.countDown();
            }
            answer.send(exchange);
        });

        assertThat(getAll(60)).extracting(GraphAnswer::id).containsExactlyElementsOf(names(60));
    }

    @Test
    void aPartThatWaitsLongHoldsNoOtherBatch() {
        var others = new CountDownLatch(5);
        var answer = answersToWhatIsAsked();
        var first = new AtomicBoolean(true);
        graph.on("/$batch", exchange -> {
            if (ScriptedGraph.parts().contains("0") && first.getAndSet(false)) {
                json("{\"responses\":["
                                + IntStream.range(0, 20)
                                        .mapToObj(
                                                "{\"id\":\"%d\",\"status\":429,\"headers\":{\"Retry-After\":\"300\"}}"
                                                        ::formatted)
                                        .collect(Collectors.joining(","))
                                + "]}")
                        .send(exchange);
            } else {
                others.countDown();
                answer.send(exchange);
            }
        });
        var patient = graph.graphWaitingWith(time -> {
            assertThat(time).isEqualTo(Duration.ofSeconds(300));
            assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
        });

        assertThat(getAll(patient, 120)).extracting(GraphAnswer::id).containsExactlyElementsOf(names(120));
    }

    @Test
    void aRefusalEndsTheBatchesBesideIt() {
        graph.on(
                "/$batch",
                exchange ->
                        error(403, "Forbidden", "Application is not authorized").send(exchange));

        assertThatExceptionOfType(GraphPermissionMissingException.class).isThrownBy(() -> getAll(200));
    }

    @Test
    void partsThatNeverHaveTimeFail() {
        graph.on("/$batch", json("{\"responses\":[{\"id\":\"0\",\"status\":503}]}"));

        assertThatExceptionOfType(GraphUnavailableException.class)
                .isThrownBy(() -> getAll(1))
                .satisfies(e -> assertThat(e.reason()).contains("503"));
    }

    @Test
    void getsOneObject() {
        graph.on("/organization", json("{\"id\":\"o\",\"more\":1}"));

        assertThat(graph.graph().get("/organization?$select=id", Organization.class, "User.Read", TOKENS))
                .isEqualTo(new Organization("o"));
    }

    @Test
    void anObjectThatIsNotThereIsASentence() {
        assertThatExceptionOfType(GraphAnswerException.class)
                .isThrownBy(() -> graph.graph().get("/nothing?$x=1", Organization.class, "User.Read", TOKENS))
                .satisfies(e -> assertThat(e.reason()).contains("/nothing cannot be used: it is 404 ResourceNotFound"));
    }

    /** Answers whatever parts are in the batch. */
    private static ScriptedGraph.Answer answersToWhatIsAsked() {
        return exchange -> json("{\"responses\":["
                        + ScriptedGraph.parts().stream()
                                .map("{\"id\":\"%s\",\"status\":200,\"body\":{\"value\":[]}}"::formatted)
                                .collect(Collectors.joining(","))
                        + "]}")
                .send(exchange);
    }

    private static void await(CyclicBarrier together) throws IOException {
        try {
            together.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private List<GraphAnswer> getAll(int count) {
        return getAll(graph.graph(), count);
    }

    private static List<GraphAnswer> getAll(Graph reader, int count) {
        var requests = names(count).stream()
                .map(name -> new GraphRequest(name, "/things?$filter=name eq '" + name + "'"))
                .toList();
        return reader.getAll(requests, "things by name", "Thing.Read.All", TOKENS);
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "d" + i).toList();
    }

    /** Answers the parts from the highest number down to the lowest, as Graph may. */
    private static ScriptedGraph.Answer batch(int from, int downTo) {
        return new ScriptedGraph.Answer() {
            @Override
            public void send(HttpExchange exchange) throws IOException {
                var parts = IntStream.rangeClosed(downTo, from)
                        .map(i -> from + downTo - i)
                        .mapToObj("{\"id\":\"%d\",\"status\":200,\"body\":{\"value\":[]}}"::formatted)
                        .toList();
                json("{\"responses\":[" + String.join(",", parts) + "]}").send(exchange);
            }
        };
    }
}
