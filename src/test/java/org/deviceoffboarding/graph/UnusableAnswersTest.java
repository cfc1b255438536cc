package org.deviceoffboarding.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.graph.ScriptedGraph.TOKENS;
import static org.deviceoffboarding.graph.ScriptedGraph.error;
import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.graph.ScriptedGraph.page;

import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnusableAnswersTest {

    record Row(@Nullable String id, @Nullable Boolean isManaged) {}

    private static final GraphCollection<Row> DEVICES =
            new GraphCollection<>("Entra devices", "/devices?$top=2", Row.class, "Device.Read.All");

    private final ScriptedGraph graph = new ScriptedGraph();

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void aLinkThatLeadsBackIsRefused() {
        graph.on("/devices?$top=2", json(page(graph.url("/devices?p=2"), row("a"))))
                .on("/devices?p=2", json(page(graph.url("/devices?p=2"), row("b"))));

        assertUnusable("Entra devices (page 3)", "its pages repeat without an end");
    }

    @Test
    void aPageThatRepeatsUnderANewLinkIsRefused() {
        graph.on("/devices?$top=2", json(page(graph.url("/devices?p=2"), row("a"))))
                .on("/devices?p=2", json(page(graph.url("/devices?p=3"), row("a"))));

        assertUnusable("Entra devices (page 2)", "it repeats the page before");
    }

    @Test
    void aLinkToAnotherHostIsNeverFollowed() {
        graph.on("/devices?$top=2", json(page("http://localhost:1/v1.0/devices?p=2", row("a"))));

        assertUnusable("another host, localhost");
        assertThat(graph.requests()).hasSize(1);
    }

    @Test
    void aRedirectIsNeverFollowed() {
        graph.on("/devices", json(302, "", "Location", "http://localhost:1/"));

        assertUnusable("it is 302");
    }

    @Test
    void whatIsNotJsonIsRefused() {
        graph.on("/devices", json("<html>Sign in to the network</html>"));

        assertUnusable("Entra devices (page 1)", "it is not JSON");
    }

    @Test
    void anAnswerWithoutValuesIsNoEmptyList() {
        graph.on("/devices", json("{\"@odata.context\":\"…\"}"));

        assertUnusable("it has no list of values");
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        graph.on("/devices", json(page(null, "{\"id\":\"a\",\"isManaged\":{}}")));

        assertUnusable("a value that is not of its type", "isManaged");
    }

    @Test
    void otherRefusalsAreQuoted() {
        graph.on("/devices", error(400, "Request_UnsupportedQuery", "Unsupported\\u0000 query"));

        assertUnusable("400 Request_UnsupportedQuery: Unsupported query");
    }

    private void assertUnusable(String... words) {
        assertThatExceptionOfType(GraphAnswerException.class)
                .isThrownBy(() -> graph.graph().readAll(DEVICES, TOKENS, page -> {}))
                .satisfies(e -> assertThat(e.reason()).contains(words))
                .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain("secret-token"));
    }

    private static String row(String id) {
        return "{\"id\":\"" + id + "\"}";
    }
}
