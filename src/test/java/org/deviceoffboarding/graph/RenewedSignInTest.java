package org.deviceoffboarding.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.graph.ScriptedGraph.error;
import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.graph.ScriptedGraph.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Graph does not accept an access token although another is to be had, or not even that one. */
class RenewedSignInTest {

    private static final String CLAIMS = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1?>\"}}}";
    private static final String HEADER = "Bearer realm=\"\", error=\"insufficient_claims\", claims=\""
            + Base64.getUrlEncoder().encodeToString(CLAIMS.getBytes(StandardCharsets.UTF_8)) + "\"";
    private static final GraphCollection<JsonNode> DEVICES =
            new GraphCollection<>("Entra devices", "/devices", JsonNode.class, "Device.Read.All");

    /** Where Graph is asked. */
    private enum Place {
        PAGE,
        OBJECT,
        BATCH,
        WRITE
    }

    /** Tokens of which Graph accepts the second, or those after it. */
    private static final class Tokens implements AccessTokens {

        private final List<String> dropped = new ArrayList<>();
        private final List<@Nullable String> claims = new ArrayList<>();
        private String current = "first";
        private @Nullable GraphException refusal;

        @Override
        public String get() {
            if (current.isEmpty()) {
                if (refusal != null) {
                    throw refusal;
                }
                current = "secret-token";
            }
            return current;
        }

        @Override
        public boolean drop(String token, @Nullable String asked) {
            dropped.add(token);
            claims.add(asked);
            current = "";
            return true;
        }
    }

    private final ScriptedGraph graph = new ScriptedGraph();
    private final Tokens tokens = new Tokens();

    @AfterEach
    void stop() {
        graph.close();
        assertThat(graph.waits()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anotherTokenIsGotOnceAndTheSameIsAskedAgain(Place place) {
        graph.on("/devices", json(page(null))).on("/$batch", json("""
                {"responses":[{"id":"0","status":200,"body":{"value":[]}}]}"""));

        ask(place);

        assertThat(tokens.dropped).containsExactly("first");
        assertThat(graph.authorizations()).containsExactly("Bearer first", "Bearer secret-token");
    }

    @ParameterizedTest
    @EnumSource
    void theNextTokenIsAskedForWithTheClaimsThatGraphWants(Place place) {
        tokens.current = "secret-token";
        graph.on("/devices", error(401, "InvalidAuthenticationToken", "", "WWW-Authenticate", HEADER), json(page(null)))
                .on(
                        "/$batch",
                        error(401, "InvalidAuthenticationToken", "", "WWW-Authenticate", HEADER),
                        json("{\"responses\":[{\"id\":\"0\",\"status\":200,\"body\":{\"value\":[]}}]}"));

        ask(place);

        assertThat(tokens.claims).containsExactly(CLAIMS);
        assertThat(graph.requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = "WRITE", mode = EnumSource.Mode.EXCLUDE)
    void aSecondRefusalIsNoExpiredSignInAndIsNotGivenAgain(Place place) {
        graph.on("/devices", error(401, "InvalidAuthenticationToken", "From here not."))
                .on("/$batch", error(401, "InvalidAuthenticationToken", "From here not."));

        assertThatExceptionOfType(GraphAnswerException.class)
                .isThrownBy(() -> ask(place))
                .satisfies(e -> assertThat(e.reason())
                        .contains("did not accept the sign-in", "From here not.", "got from the tenant just now")
                        .doesNotContain("renew the agent", "secret-token"));
        assertThat(tokens.dropped).containsExactly("first", "secret-token");
        assertThat(graph.requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = "WRITE", mode = EnumSource.Mode.EXCLUDE)
    void onlyATokenThatIsRefusedMeansThatTheSignInExpired(Place place) {
        tokens.refusal = new GraphSignInExpiredException("Renew the agent.");

        assertThatExceptionOfType(GraphSignInExpiredException.class).isThrownBy(() -> ask(place));
        assertThat(graph.requests()).hasSize(1);
    }

    @Test
    void partsOfABatchAreAskedAgainAlone() {
        tokens.current = "secret-token";
        graph.on(
                "/$batch",
                json("""
                        {"responses":[{"id":"0","status":200,"body":{"a":0}},
                            {"id":"1","status":401,"headers":{"www-authenticate":"%s"}}]}""".formatted(HEADER.replace("\"", "\\\""))),
                json("{\"responses\":[{\"id\":\"1\",\"status\":200,\"body\":{\"a\":1}}]}"));

        var answers = graph.graph()
                .getAll(
                        List.of(new GraphRequest("a", "/things/a"), new GraphRequest("b", "/things/b")),
                        "things",
                        "Thing.Read",
                        tokens);

        assertThat(answers)
                .extracting(answer -> answer.body().path("a").asInt())
                .containsExactly(0, 1);
        assertThat(tokens.claims).containsExactly(CLAIMS);
        assertThat(graph.requests().getLast()).contains("/things/b").doesNotContain("/things/a");
    }

    @Test
    void partsOfABatchThatAreRefusedAgainEndIt() {
        tokens.current = "secret-token";
        graph.on("/$batch", json("{\"responses\":[{\"id\":\"0\",\"status\":401}]}"));

        assertThatExceptionOfType(GraphAnswerException.class).isThrownBy(() -> ask(Place.BATCH));
        assertThat(graph.requests()).hasSize(2);
    }

    @Test
    void changesThatWereRefusedAreSentOnceMoreAndTheOthersAreNot() {
        tokens.current = "secret-token";
        graph.on(
                "/$batch",
                json("{\"responses\":[{\"id\":\"1\",\"status\":401},{\"id\":\"0\",\"status\":204}]}"),
                json("{\"responses\":[{\"id\":\"1\",\"status\":204}]}"));

        assertThat(delete(2)).allMatch(WriteAnswer::done);
        assertThat(graph.requests()).hasSize(2);
        assertThat(graph.requests().getLast()).contains("/devices/1").doesNotContain("/devices/0");
    }

    @Test
    void changesThatAreRefusedAgainWereNotDone() {
        tokens.current = "secret-token";
        graph.on("/$batch", error(401, "InvalidAuthenticationToken", "Not from here."));

        assertThat(delete(2)).allMatch(WriteAnswer::unauthorized).noneMatch(WriteAnswer::unknown);
        assertThat(tokens.dropped).hasSize(2);
        assertThat(graph.requests()).hasSize(2);
    }

    @Test
    void whatIsKnownOfOtherChangesIsKeptWhereNoOtherTokenIsToBeHad() {
        tokens.current = "secret-token";
        tokens.refusal = new GraphSignInExpiredException("Sign in again.");
        graph.on("/$batch", json("{\"responses\":[{\"id\":\"1\",\"status\":401},{\"id\":\"0\",\"status\":204}]}"));

        var answers = delete(2);

        assertThat(answers).extracting(WriteAnswer::done).containsExactly(true, false);
        assertThat(answers.getLast().unauthorized()).isTrue();
        assertThat(graph.requests()).hasSize(1);
    }

    @Test
    void nobodyKnowsWhatBecameOfChangesWhoseSecondAnswerBrokeOff() {
        tokens.current = "secret-token";
        graph.on(
                "/$batch",
                json("{\"responses\":[{\"id\":\"1\",\"status\":401},{\"id\":\"0\",\"status\":204}]}"),
                ScriptedGraph.cut("{\"responses\":["));

        assertThat(delete(2)).extracting(WriteAnswer::unknown).containsExactly(false, true);
    }

    @Test
    void aTokenThatCannotBeReplacedIsRefusedAtOnce() {
        assertThatExceptionOfType(GraphAnswerException.class)
                .isThrownBy(() -> graph.graph().get("/me", JsonNode.class, "User.Read", () -> "given"));
        assertThat(graph.requests()).hasSize(1);
    }

    private void ask(Place place) {
        switch (place) {
            case PAGE -> graph.graph().readAll(DEVICES, tokens, page -> {});
            case OBJECT -> graph.graph().get("/devices", JsonNode.class, "Device.Read.All", tokens);
            case BATCH ->
                graph.graph().getAll(List.of(new GraphRequest("a", "/things/a")), "things", "Thing.Read", tokens);
            case WRITE -> assertThat(delete(1)).allMatch(WriteAnswer::done);
        }
    }

    private List<WriteAnswer> delete(int count) {
        var changes = new ArrayList<GraphWrite>();
        for (int number = 0; number < count; number++) {
            changes.add(GraphWrite.delete("d" + number, "/devices/" + number));
        }
        return graph.graph().write(changes, tokens);
    }
}
