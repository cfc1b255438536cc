package org.deviceoffboarding.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.deviceoffboarding.graph.ScriptedGraph.TOKENS;
import static org.deviceoffboarding.graph.ScriptedGraph.cut;
import static org.deviceoffboarding.graph.ScriptedGraph.error;
import static org.deviceoffboarding.graph.ScriptedGraph.json;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class GraphWriteTest {

    private static final String DONE = "{\"id\":\"%d\",\"status\":204}";

    private final ScriptedGraph graph = new ScriptedGraph();

    @AfterEach
    void stop() {
        graph.close();
        assertThat(graph.waits()).isEmpty();
    }

    @Test
    void sendsEachSortOfChangeAsGraphWantsIt() {
        graph.on("/$batch", batch(DONE.formatted(0), DONE.formatted(1), "{\"id\":\"2\",\"status\":200,\"body\":{}}"));

        var answers = graph.graph()
                .write(
                        List.of(
                                GraphWrite.patch("a", "/devices/1", Map.of("accountEnabled", false)),
                                GraphWrite.delete("b", "/devices/2"),
                                GraphWrite.post("c", "/directory/deletedItems/3/restore")),
                        TOKENS);

        assertThat(answers).extracting(WriteAnswer::id).containsExactly("a", "b", "c");
        assertThat(answers).extracting(WriteAnswer::status).containsExactly(204, 204, 200);
        assertThat(answers).allMatch(WriteAnswer::done).noneMatch(WriteAnswer::unknown);
        assertThat(graph.requests()).hasSize(1);
        assertThat(body(graph.requests().getFirst())).isEqualTo(body("""
                /$batch{"requests":[
                    {"id":"0","method":"PATCH","url":"/devices/1",
                     "headers":{"Content-Type":"application/json"},"body":{"accountEnabled":false}},
                    {"id":"1","method":"DELETE","url":"/devices/2"},
                    {"id":"2","method":"POST","url":"/directory/deletedItems/3/restore"}]}"""));
    }

    @Test
    void answersComeInTheOrderOfTheChangesWhateverTheirIds() {
        graph.on("/$batch", batch("{\"id\":\"1\",\"status\":404}", DONE.formatted(0)));

        var answers = graph.graph()
                .write(List.of(GraphWrite.delete("1", "/devices/a"), GraphWrite.delete("0", "/devices/b")), TOKENS);

        assertThat(answers).extracting(WriteAnswer::id).containsExactly("1", "0");
        assertThat(answers).extracting(WriteAnswer::notFound).containsExactly(false, true);
    }

    @Test
    void aPartThatGraphHasNoTimeForKeepsItsOwnWait() {
        graph.on(
                "/$batch",
                batch(
                        DONE.formatted(0),
                        "{\"id\":\"1\",\"status\":429,\"headers\":{\"retry-after\":\"7\"},\"body\":{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Please retry again later.\"}}}",
                        "{\"id\":\"2\",\"status\":503,\"headers\":{\"Retry-After\":\"11\"}}",
                        "{\"id\":\"3\",\"status\":504,\"headers\":null}"));

        var answers = delete(4);

        assertThat(answers).extracting(WriteAnswer::tryLater).containsExactly(false, true, true, true);
        assertThat(answers).extracting(WriteAnswer::unknown).containsExactly(false, false, true, true);
        assertThat(answers)
                .extracting(WriteAnswer::retryAfter)
                .containsExactly(null, Duration.ofSeconds(7), Duration.ofSeconds(11), null);
        assertThat(answers.get(1).text()).isEqualTo("429 TooManyRequests: Please retry again later.");
        assertThat(graph.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 429, 500, 502, 503})
    void aRefusalOfTheWholeRequestIsTheAnswerToEachPartAndIsNotRepeated(int status) {
        graph.on("/$batch", error(status, "Code", "What Graph says.", "Retry-After", "0"));

        var answers = delete(2);

        assertThat(answers)
                .containsExactly(
                        new WriteAnswer("d0", status, "Code", "What Graph says.", Duration.ZERO),
                        new WriteAnswer("d1", status, "Code", "What Graph says.", Duration.ZERO));
        assertThat(answers).noneMatch(WriteAnswer::done);
        assertThat(answers).allMatch(answer -> answer.unknown() == (status == 408 || status >= 500));
        assertThat(answers).allMatch(answer -> answer.tryLater() == (status == 429 || status == 503));
        assertThat(answers).allMatch(answer -> answer.unauthorized() == (status == 401));
        assertThat(answers).allMatch(answer -> answer.forbidden() == (status == 403));
        assertThat(graph.requests()).hasSize(1);
    }

    @Test
    void aSignInThatGraphWantsRenewedIsAnAnswerAndNotRepeatedByTheSdk() {
        graph.on(
                "/$batch",
                error(
                        401,
                        "InvalidAuthenticationToken",
                        "Continuous access evaluation resulted in challenge.",
                        "WWW-Authenticate",
                        "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\""));

        assertThat(delete(1)).allMatch(WriteAnswer::unauthorized);
        assertThat(graph.requests()).hasSize(1);
    }

    @Test
    void aPartThatIsNotPermittedStopsNoOther() {
        graph.on(
                "/$batch",
                batch(
                        "{\"id\":\"0\",\"status\":403,\"body\":{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"Insufficient privileges to complete the operation.\"}}}",
                        DONE.formatted(1)));

        var answers = delete(2);

        assertThat(answers).extracting(WriteAnswer::forbidden).containsExactly(true, false);
        assertThat(answers).extracting(WriteAnswer::done).containsExactly(false, true);
        assertThat(answers.getFirst().text())
                .isEqualTo("403 Authorization_RequestDenied: Insufficient privileges to complete the operation.");
    }

    @Test
    void nobodyKnowsWhatBecameOfChangesWhoseAnswerBrokeOff() {
        graph.on("/$batch", cut("{\"responses\":[" + DONE.formatted(0) + ","));

        var answers = delete(2);

        assertThat(answers).allMatch(WriteAnswer::unknown).noneMatch(WriteAnswer::tryLater);
        assertThat(answers)
                .extracting(WriteAnswer::text)
                .containsOnly("Microsoft Graph gave no answer: the connection broke off");
        assertThat(graph.requests()).hasSize(1);
    }

    @Test
    void aConnectionThatIsClosedWithoutAnAnswerIsNotTriedAgain() {
        graph.on("/$batch", exchange -> {
            throw new IOException("cut");
        });

        assertThat(delete(2)).allMatch(WriteAnswer::unknown);
        assertThat(graph.requests()).hasSize(1);
    }

    @Test
    void nobodyKnowsWhatBecameOfAPartThatTheAnswerLeavesOut() {
        graph.on("/$batch", batch(DONE.formatted(2), "null", "{\"id\":\"1\"}", "{\"status\":204}"));

        var answers = delete(3);

        assertThat(answers).extracting(WriteAnswer::done).containsExactly(false, false, true);
        assertThat(answers).extracting(WriteAnswer::unknown).containsExactly(true, true, false);
        assertThat(answers.subList(0, 2))
                .extracting(WriteAnswer::text)
                .containsOnly("Microsoft Graph's answer leaves out this change");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>The service is busy.</html>", "", "null", "[]", "{\"responses\":{}}", "{}"})
    void nobodyKnowsWhatBecameOfChangesWhoseAnswerIsNotOne(String body) {
        graph.on("/$batch", json(body));

        assertThat(delete(2))
                .hasSize(2)
                .allMatch(WriteAnswer::unknown)
                .allMatch(answer -> !answer.text().isEmpty());
        assertThat(graph.requests()).hasSize(1);
    }

    @Test
    void twentyChangesAreOneRequestAndMoreAreRefused() {
        graph.on(
                "/$batch",
                batch(IntStream.range(0, 20).mapToObj(DONE::formatted).toArray(String[]::new)));

        assertThat(delete(20)).hasSize(20).allMatch(WriteAnswer::done);
        assertThatIllegalArgumentException().isThrownBy(() -> delete(21)).withMessageContaining("20");
        assertThat(graph.requests()).hasSize(1);
    }

    @Test
    void noChangesAreNoRequest() {
        assertThat(graph.graph().write(List.of(), TOKENS)).isEmpty();
        assertThat(graph.requests()).isEmpty();
    }

    @Test
    void withoutATokenNothingIsSent() {
        AccessTokens none = () -> {
            throw new GraphUnavailableException("The sign-in service did not answer.", new IOException("refused"));
        };

        assertThatExceptionOfType(GraphUnavailableException.class)
                .isThrownBy(() -> graph.graph().write(List.of(GraphWrite.delete("a", "/devices/1")), none))
                .withMessage("The sign-in service did not answer.");
        assertThat(graph.requests()).isEmpty();
    }

    @Test
    void aChangeThatGraphCouldNotTakeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> GraphWrite.patch("a", "/devices/1", Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GraphWrite("a", GraphWrite.Method.DELETE, "/devices/1", Map.of("a", 1)));
    }

    private List<WriteAnswer> delete(int count) {
        var changes = IntStream.range(0, count)
                .mapToObj(i -> GraphWrite.delete("d" + i, "/devices/" + i))
                .toList();
        return graph.graph().write(changes, TOKENS);
    }

    private static Object body(String request) {
        return JsonMapper.shared().readTree(request.substring("/$batch".length()));
    }

    private static ScriptedGraph.Answer batch(String... parts) {
        return json("{\"responses\":[" + String.join(",", parts) + "]}");
    }
}
