package org.deviceoffboarding.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.graph.ScriptedGraph.TOKENS;
import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.graph.ScriptedGraph.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.base.database.AnsweredPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Something on the way to Graph answers in its place, or cuts its answer short, and all looks well by the status. */
class ForeignAnswersTest {

    record Row(@Nullable String id, @Nullable Integer version) {}

    private static final GraphCollection<Row> DEVICES =
            new GraphCollection<>("Entra devices", "/devices?$top=2", Row.class, "Device.Read.All");
    private static final String SIGN_IN =
            "<html>\n <head><title>Sign in to the network</title></head>\n" + "<p>…</p>".repeat(100) + "</html>";
    private static final String BATCH = "{\"responses\":[{\"id\":\"0\",\"status\":200,\"body\":{\"value\":[]}}]}";

    private final ScriptedGraph graph = new ScriptedGraph();
    private final List<String> ids = new ArrayList<>();

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void aProxysPageIsNoAnswerAndGraphIsAskedAgain() {
        graph.on("/devices?$top=2", json(page(graph.url("/devices?p=2"), row("a"))))
                .on("/devices?p=2", json(SIGN_IN), json(""), json(page(null, row("b"))));

        read();

        assertThat(ids).containsExactly("a", "b");
        assertThat(graph.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void anAnswerThatEndsAnywhereIsAskedForAgain() {
        String whole = page(null, row("a"), row("b"));

        for (int length = 0; length < whole.length(); length++) {
            ids.clear();
            graph.on("/devices", json(whole.substring(0, length)), json(whole));
            read();
            assertThat(ids).as(whole.substring(0, length)).containsExactly("a", "b");
        }
        assertThat(graph.requests()).hasSize(2 * whole.length());
    }

    @Test
    void whatBreaksInTheMiddleOfARowIsAskedForAgainToo() {
        graph.on("/devices", json("{\"value\":[{\"id\":" + SIGN_IN), json(page(null, row("a"))));

        read();

        assertThat(ids).containsExactly("a");
    }

    @Test
    void whatKeepsAnsweringInGraphsPlaceIsQuoted() {
        graph.on("/devices?$top=2", json(page(graph.url("/devices?p=2"), row("a"))))
                .on("/devices?p=2", json(SIGN_IN));

        assertThatExceptionOfType(GraphAnswerException.class)
                .isThrownBy(this::read)
                .satisfies(e -> assertThat(e.reason())
                        .startsWith(
                                "Microsoft Graph's answer for Entra devices (page 2) cannot be used: it is not JSON,"
                                        + " and begins with '<html> <head><title>Sign in to the network</title></head>"
                                        + " <p>")
                        .contains("…', 7 times in a row. A proxy,")
                        .doesNotContain("</html>"));
        assertThat(graph.requests()).filteredOn("/devices?p=2"::equals).hasSize(7);
    }

    @Test
    void anAnswerThatKeepsEndingInTheMiddleIsSaidToDoSo() {
        graph.on("/devices", json("{\"value\":["));

        assertThatExceptionOfType(GraphUnavailableException.class)
                .isThrownBy(this::read)
                .satisfies(e -> assertThat(e.reason()).contains("its answer ended in the middle, 7 times in a row"));
    }

    @Test
    void aNumberThatIsTooLargeIsGraphsOwnAndWouldComeAgain() {
        graph.on("/devices", json(page(null, "{\"id\":\"a\",\"version\":12345678901}")));

        assertThatExceptionOfType(GraphAnswerException.class)
                .isThrownBy(this::read)
                .satisfies(e -> assertThat(e.reason()).contains("it has a value that cannot be read"));
        assertThat(graph.requests()).hasSize(1);
    }

    @Test
    void singleObjectsAndBatchesOfQuestionsAreAskedForAgain() {
        graph.on("/me", json(SIGN_IN), json(""), json("{\"id\":\"me\"}"))
                .on("/$batch", json(SIGN_IN), json(BATCH.substring(0, 20)), json(BATCH));

        assertThat(graph.graph()
                        .get("/me", JsonNode.class, "User.Read", TOKENS)
                        .path("id")
                        .asString())
                .isEqualTo("me");
        assertThat(graph.graph().getAll(List.of(new GraphRequest("a", "/devices/a")), "devices", "P", TOKENS))
                .extracting(GraphAnswer::status)
                .containsExactly(200);
    }

    @Test
    void whoWaitsInFrontOfAPageIsToldSoon() {
        graph.on("/devices", json(SIGN_IN));

        try (var page = new AnsweredPage()) {
            assertThatExceptionOfType(GraphAnswerException.class)
                    .isThrownBy(this::read)
                    .satisfies(e -> assertThat(e.reason()).contains("2 times in a row"));
        }
    }

    @Test
    void changesAreNeverSentAgainForIt() {
        graph.on("/$batch", json(SIGN_IN));

        List<WriteAnswer> answers = graph.graph().write(List.of(GraphWrite.delete("a", "/devices/a")), TOKENS);

        assertThat(answers)
                .singleElement()
                .satisfies(answer -> assertThat(answer.unknown()).isTrue());
        assertThat(graph.requests()).hasSize(1);
    }

    private void read() {
        graph.graph().readAll(DEVICES, TOKENS, page -> page.rows().forEach(row -> ids.add(String.valueOf(row.id()))));
    }

    private static String row(String id) {
        return "{\"id\":\"" + id + "\"}";
    }
}
