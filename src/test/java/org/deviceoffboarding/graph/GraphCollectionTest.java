package org.deviceoffboarding.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.graph.ScriptedGraph.TOKENS;
import static org.deviceoffboarding.graph.ScriptedGraph.cut;
import static org.deviceoffboarding.graph.ScriptedGraph.error;
import static org.deviceoffboarding.graph.ScriptedGraph.gzipped;
import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.graph.ScriptedGraph.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.deviceoffboarding.base.database.AnsweredPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GraphCollectionTest {

    record Row(
            @Nullable String id,
            @Nullable String manufacturer,
            @Nullable Boolean isManaged) {}

    private static final GraphCollection<Row> DEVICES =
            new GraphCollection<>("Entra devices", "/devices?$top=2", Row.class, "Device.Read.All");

    private final ScriptedGraph graph = new ScriptedGraph();
    private final List<String> ids = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void readsPageAfterPage() {
        graph.on("/devices", json(page(graph.url("/devices?$skiptoken=x%2By"), row("a"), row("b"))))
                .on("/devices?$skiptoken=x+y", json(page(null, row("c"))));

        readAll();

        assertThat(ids).containsExactly("a", "b", "c");
        assertThat(pages).containsExactly(1, 2);
        assertThat(graph.requests()).containsExactly("/devices?$top=2", "/devices?$skiptoken=x+y");
    }

    @Test
    void readsCompressedAnswers() {
        graph.on("/devices", gzipped(page(null, row("a"))));

        readAll();

        assertThat(ids).containsExactly("a");
    }

    @Test
    void toleratesNullsUnknownPropertiesAndOtherCase() {
        var rows = new ArrayList<Row>();
        graph.on("/devices", json("""
                {"odd":{"value":[1]},"value":[null,{"id":"a","Manufacturer":"Google","isManaged":null,"x":[{}]}],"@odata.count":1}"""));

        graph.graph().readAll(DEVICES, TOKENS, page -> rows.addAll(page.rows()));

        assertThat(rows).containsExactly(new Row("a", "Google", null));
    }

    @Test
    void whoWaitsInFrontOfAPageIsToldSoonThatGraphIsBusyAndARunWaits() {
        graph.on(
                "/devices",
                error(429, "TooManyRequests", "Slow down", "Retry-After", "30"),
                error(429, "TooManyRequests", "Slow down", "Retry-After", "30"),
                json(page(null, row("a"))));

        try (var page = new AnsweredPage()) {
            assertThatExceptionOfType(GraphUnavailableException.class).isThrownBy(this::readAll);
        }
        assertThat(graph.waits()).isEmpty();

        readAll();
        assertThat(graph.waits()).containsExactly(Duration.ofSeconds(30));
        assertThat(ids).containsExactly("a");
    }

    @Test
    void anEmptyPageInTheMiddleIsNoEnd() {
        graph.on("/devices", json(page(graph.url("/devices?p=2"))))
                .on("/devices?p=2", json(page(graph.url("/devices?p=3"))))
                .on("/devices?p=3", json(page(null, row("a"))));

        readAll();

        assertThat(ids).containsExactly("a");
    }

    @Test
    void waitsAsLongAsGraphAsksEvenBeyondACallsUsualTime() {
        graph.on(
                "/devices",
                error(429, "TooManyRequests", "Please retry again later.", "Retry-After", "105"),
                json(page(null, row("a"))));

        readAll();

        assertThat(ids).containsExactly("a");
        assertThat(graph.waits()).containsExactly(Duration.ofSeconds(105));
    }

    @Test
    void understandsADateToComeAgain() {
        graph.on(
                "/devices",
                error(503, "serviceNotAvailable", "", "Retry-After", "Mon, 23 Nov 2026 12:00:30 GMT"),
                json(page(null, row("a"))));

        readAll();

        assertThat(graph.waits()).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void backsOffWhereGraphDoesNotSayHowLong() {
        graph.on(
                "/devices",
                error(429, "TooManyRequests", ""),
                error(504, "", ""),
                error(429, "", "", "Retry-After", "0"),
                json(page(null, row("a"))));

        readAll();

        assertThat(graph.waits()).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L);
    }

    @Test
    void givesUpWhenGraphAsksForMoreThanIsSensible() {
        graph.on("/devices", error(429, "TooManyRequests", "Busy", "Retry-After", "400"));

        assertThatExceptionOfType(GraphUnavailableException.class)
                .isThrownBy(this::readAll)
                .satisfies(e -> assertThat(e.reason())
                        .contains("Entra devices (page 1)", "429 TooManyRequests", "waited 400 seconds", "400 more"));
        assertThat(graph.waits()).containsExactly(Duration.ofSeconds(400));
    }

    @Test
    void aPageThatBreaksOffIsReadAgainWhole() {
        graph.on(
                "/devices",
                cut("{\"value\":[" + row("a") + "," + row("half") + ",{\"id\":\"ha"),
                json(page(null, row("a"), row("b"))));

        readAll();

        assertThat(ids).containsExactly("a", "b");
        assertThat(pages).containsExactly(1);
    }

    @Test
    void connectionsThatKeepBreakingFail() {
        graph.on("/devices", cut("{\"value\":["));

        assertThatExceptionOfType(GraphUnavailableException.class)
                .isThrownBy(this::readAll)
                .satisfies(e -> assertThat(e.reason()).contains("the connection broke off, 7 times in a row"));
        assertThat(ids).isEmpty();
        assertThat(graph.requests()).hasSize(7);
    }

    @Test
    void aGraphThatIsNotThereFailsWithASentence() {
        var reader = graph.graph();
        graph.close();

        assertThatExceptionOfType(GraphUnavailableException.class)
                .isThrownBy(() -> reader.readAll(DEVICES, TOKENS, page -> {}))
                .satisfies(
                        e -> assertThat(e.reason())
                                .startsWith(
                                        "Microsoft Graph could not be reached while reading Entra devices (page 1): the connection was refused"));
    }

    @Test
    void anExpiredPageTokenStartsTheListingAgain() {
        var restarts = new ArrayList<List<String>>();
        graph.on("/devices?$top=2", json(page(graph.url("/devices?p=2"), row("a"))))
                .on(
                        "/devices?p=2",
                        error(400, "Directory_ExpiredPageToken", "The specified page token value has expired"),
                        json(page(null, row("b"))));

        graph.graph().readAll(DEVICES, TOKENS, new PageHandler<>() {
            @Override
            public void handle(GraphPage<Row> page) {
                collect(page);
            }

            @Override
            public void restarted() {
                restarts.add(List.copyOf(ids));
                ids.clear();
            }
        });

        assertThat(restarts).containsExactly(List.of("a"));
        assertThat(ids).containsExactly("a", "b");
    }

    @Test
    void aListingThatKeepsExpiringFails() {
        graph.on("/devices?$top=2", json(page(graph.url("/devices?p=2"), row("a"))))
                .on("/devices?p=2", error(400, "Directory_ExpiredPageToken", "expired"));

        assertThatExceptionOfType(GraphAnswerException.class)
                .isThrownBy(this::readAll)
                .satisfies(e -> assertThat(e.reason()).contains("3 times", "Directory_ExpiredPageToken"));
    }

    @Test
    void aMissingPermissionIsNamed() {
        graph.on("/devices", error(403, "Authorization_RequestDenied", "Insufficient privileges"));

        assertThatExceptionOfType(GraphPermissionMissingException.class)
                .isThrownBy(this::readAll)
                .satisfies(e -> assertThat(e.permission()).isEqualTo("Device.Read.All"))
                .satisfies(e -> assertThat(e.reason())
                        .contains("403 Authorization_RequestDenied: Insufficient privileges", "Device.Read.All"));
    }

    @Test
    void failuresOfTheTokenItselfPassThrough() {
        var expired = new GraphSignInExpiredException("The agent's sign-in has expired.");

        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(() -> graph.graph()
                        .readAll(
                                DEVICES,
                                () -> {
                                    throw expired;
                                },
                                page -> {}))
                .isSameAs(expired);
    }

    @Test
    void aServerFaultIsTriedAgain() {
        graph.on("/devices", error(500, "UnknownError", ""), json(502, "<html>"), json(page(null, row("a"))));

        readAll();

        assertThat(ids).containsExactly("a");
    }

    @Test
    void anInterruptedReaderStops() {
        graph.on("/devices", error(429, "TooManyRequests", ""));
        var reader = graph.graphWaitingWith(time -> {
            throw new InterruptedException();
        });

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> reader.readAll(DEVICES, TOKENS, page -> {}));
        assertThat(Thread.interrupted()).isTrue();
    }

    private void readAll() {
        graph.graph().readAll(DEVICES, TOKENS, this::collect);
    }

    private void collect(GraphPage<Row> page) {
        pages.add(page.number());
        page.rows().forEach(row -> ids.add(String.valueOf(row.id())));
    }

    private static String row(String id) {
        return "{\"id\":\"" + id + "\"}";
    }
}
