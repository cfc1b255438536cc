package org.deviceoffboarding.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.graph.ScriptedGraph.TOKENS;
import static org.deviceoffboarding.graph.ScriptedGraph.json;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The sign-in service that gives access tokens can be away, too. */
class SignInInFrontTest {

    private static final String SENTENCE = "The sign-in service did not answer.";

    private final ScriptedGraph graph = new ScriptedGraph().on("/me", json("{\"id\":\"a\"}"));
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void aSignInServiceThatIsAwayForAMomentIsWaitedFor() {
        JsonNode me = graph.graph().get("/me", JsonNode.class, "User.Read", () -> {
            if (asked.incrementAndGet() < 3) {
                throw new GraphUnavailableException(SENTENCE, null);
            }
            return TOKENS.get();
        });

        assertThat(me.path("id").asString()).isEqualTo("a");
        assertThat(graph.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void oneThatStaysAwayIsNamedInItsOwnWords() {
        assertThatExceptionOfType(GraphUnavailableException.class)
                .isThrownBy(() -> graph.graph().get("/me", JsonNode.class, "User.Read", () -> {
                    asked.incrementAndGet();
                    throw new GraphUnavailableException(SENTENCE, null);
                }))
                .withMessage(SENTENCE);

        assertThat(asked).hasValue(RetryBudget.CONNECTION_ATTEMPTS);
        assertThat(graph.requests()).isEmpty();
    }

    @Test
    void oneThatRefusesIsNotAskedAgain() {
        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(() -> graph.graph().get("/me", JsonNode.class, "User.Read", () -> {
                    asked.incrementAndGet();
                    throw new GraphSignInExpiredException("Expired.", null);
                }));

        assertThat(asked).hasValue(1);
    }
}
