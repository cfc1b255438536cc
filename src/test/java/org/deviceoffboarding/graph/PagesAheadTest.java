package org.deviceoffboarding.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.deviceoffboarding.graph.ScriptedGraph.TOKENS;
import static org.deviceoffboarding.graph.ScriptedGraph.cut;
import static org.deviceoffboarding.graph.ScriptedGraph.error;
import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.graph.ScriptedGraph.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.deviceoffboarding.graph.ScriptedGraph.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The next page is asked for while the one before still arrives, and nothing of a list is lost, doubled or out of order by it. */
@Timeout(30)
class PagesAheadTest {

    record Row(@Nullable String id) {}

    private static final GraphCollection<Row> DEVICES =
            new GraphCollection<>("Entra devices", "/devices?$top=2", Row.class, "Device.Read.All");
    private static final String FIRST = "/devices?$top=2";
    private static final String SECOND = "/devices?p=2";

    private final ScriptedGraph graph = new ScriptedGraph();
    private final CountDownLatch secondAsked = new CountDownLatch(1);
    private final List<String> ids = new ArrayList<>();

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void theNextPageIsAskedForBeforeTheRowsOfThisOneHaveCome() {
        String whole = page(graph.url(SECOND), row("a"));
        int rows = whole.indexOf("\"value\"");
        graph.on(FIRST, exchange -> {
                    send(exchange, whole.substring(0, rows));
                    await(secondAsked);
                    send(exchange, whole.substring(rows));
                })
                .on(SECOND, asked(json(page(null, row("b")))));

        read();

        assertThat(ids).containsExactly("a", "b");
        assertThat(graph.requests()).containsExactly(FIRST, SECOND);
    }

    @Test
    void theNextPageIsAskedForWhileThisOneIsHandledThoughItsLinkStandsBehindTheRows() {
        graph.on(
                        FIRST,
                        json("{\"value\":[" + row("a") + "],\"@odata.nextLink\":\"" + graph.url(SECOND)
                                + "\",\"more\":{}}"))
                .on(SECOND, asked(json(page(null, row("b")))));

        graph.graph().readAll(DEVICES, TOKENS, page -> {
            await(secondAsked);
            collect(page);
        });

        assertThat(ids).containsExactly("a", "b");
    }

    @Test
    void aPageIsHandedOverWhileTheNextOneHasNotCome() {
        var handled = new CountDownLatch(1);
        graph.on(FIRST, json(page(graph.url(SECOND), row("a")))).on(SECOND, exchange -> {
            await(handled);
            json(page(null, row("b"))).send(exchange);
        });

        graph.graph().readAll(DEVICES, TOKENS, page -> {
            collect(page);
            handled.countDown();
        });

        assertThat(ids).containsExactly("a", "b");
    }

    @Test
    void aPageThatBreaksOffBehindItsLinkIsAskedForAgainAndTheNextOneIsNeitherLostNorDoubled() {
        String whole = page(graph.url(SECOND), row("a"), row("b"));
        graph.on(FIRST, cut(whole.substring(0, whole.indexOf(row("b")) + 5)), json(whole))
                .on(SECOND, json(page(null, row("c"))));

        read();

        assertThat(ids).containsExactly("a", "b", "c");
        assertThat(graph.requests()).containsExactlyInAnyOrder(FIRST, FIRST, SECOND);
    }

    @Test
    void whatABrokenPageLinkedToCountsOnlyIfTheWholeOneLinksToItToo() {
        String broken = page(graph.url(SECOND), row("a"));
        graph.on(FIRST, cut(broken.substring(0, broken.length() - 5)), json(page(graph.url("/devices?p=3"), row("a"))))
                .on(SECOND, json(page(null, row("of another listing"))))
                .on("/devices?p=3", json(page(null, row("b"))));

        read();

        assertThat(ids).containsExactly("a", "b");
    }

    @Test
    void whoMayHaveEnoughOfAListIsReadNoPageTooMany() {
        graph.on(FIRST, json(page(graph.url(SECOND), row("a")))).on(SECOND, json(page(null, row("b"))));
        var asked = new ArrayList<String>(); // each request asks for its token before it is sent

        graph.graph().readAll(DEVICES, () -> given(asked), new PageHandler<>() {
            @Override
            public void handle(GraphPage<Row> page) {
                collect(page);
            }

            @Override
            public boolean mayBeEnough() {
                return true;
            }

            @Override
            public boolean isEnough() {
                return !ids.isEmpty();
            }
        });

        assertThat(asked).hasSize(1);
        assertThat(graph.requests()).containsExactly(FIRST);
    }

    @Test
    void theAnswerThatWasAskedForAheadIsGivenUpWhereReadingEnds() {
        var givenUp = new CountDownLatch(1);
        graph.on(FIRST, json(page(graph.url(SECOND), row("a")))).on(SECOND, exchange -> {
            secondAsked.countDown();
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(new byte[8_192]);
                }
            } catch (IOException nobodyReads) {
                givenUp.countDown();
                throw nobodyReads;
            }
        });

        assertThatThrownBy(() -> graph.graph().readAll(DEVICES, TOKENS, page -> {
                    await(secondAsked);
                    throw new IllegalArgumentException("This page is not wanted");
                }))
                .hasMessage("This page is not wanted");
        await(givenUp);
    }

    @Test
    void aRefusalOfWhatWasAskedForAheadIsWaitedOutWhenItsTurnComes() {
        graph.on(FIRST, json(page(graph.url(SECOND), row("a"))))
                .on(
                        SECOND,
                        error(429, "TooManyRequests", "Please retry again later.", "Retry-After", "105"),
                        json(page(null, row("b"))));
        var whenHandled = new ArrayList<List<Duration>>();

        graph.graph().readAll(DEVICES, TOKENS, page -> {
            whenHandled.add(List.copyOf(graph.waits()));
            collect(page);
        });

        assertThat(ids).containsExactly("a", "b");
        assertThat(whenHandled).containsExactly(List.of(), List.of(Duration.ofSeconds(105)));
    }

    @Test
    void aTokenThatIsNotAcceptedAheadIsDroppedAndThatOneOnly() {
        var dropped = new ArrayList<String>();
        Iterator<String> given =
                List.of("secret-token", "too-old", "secret-token").iterator();
        graph.on(FIRST, json(page(graph.url(SECOND), row("a")))).on(SECOND, json(page(null, row("b"))));

        graph.graph().readAll(DEVICES, new Tokens(given, dropped), this::collect);

        assertThat(ids).containsExactly("a", "b");
        assertThat(dropped).containsExactly("too-old");
    }

    @Test
    void aTokenThatCannotBeHadForTheNextPageBreaksNothingOfThisOne() {
        var expired = new GraphSignInExpiredException("Renew the agent.");
        Iterator<String> given = List.of("secret-token").iterator();
        graph.on(FIRST, json(page(graph.url(SECOND), row("a"))));

        assertThatExceptionOfType(GraphSignInExpiredException.class)
                .isThrownBy(() -> graph.graph()
                        .readAll(
                                DEVICES,
                                () -> {
                                    if (!given.hasNext()) {
                                        throw expired;
                                    }
                                    return given.next();
                                },
                                this::collect))
                .isSameAs(expired);
        assertThat(ids).containsExactly("a");
        assertThat(graph.requests()).containsExactly(FIRST);
    }

    @Test
    void whoWaitsForAPageThatWasAskedForAheadCanBeStopped() throws InterruptedException {
        var never = new CountDownLatch(1);
        graph.on(FIRST, json(page(graph.url(SECOND), row("a")))).on(SECOND, asked(exchange -> await(never)));
        var thrown = new AtomicReference<@Nullable Throwable>();
        Thread reader = Thread.ofVirtual().unstarted(this::read);
        reader.setUncaughtExceptionHandler((thread, fault) -> thrown.set(fault));

        reader.start();
        await(secondAsked);
        reader.interrupt();
        reader.join();

        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(graph.requests()).containsExactly(FIRST, SECOND);
        never.countDown();
    }

    private record Tokens(Iterator<String> given, List<String> dropped) implements AccessTokens {

        @Override
        public String get() {
            return given.next();
        }

        @Override
        public boolean drop(String token, @Nullable String claims) {
            dropped.add(token);
            return true;
        }
    }

    private static String given(List<String> asked) {
        asked.add("secret-token");
        return "secret-token";
    }

    private Answer asked(Answer answer) {
        return exchange -> {
            secondAsked.countDown();
            answer.send(exchange);
        };
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        if (exchange.getResponseCode() < 0) {
            exchange.sendResponseHeaders(200, 0);
        }
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        graph.graph().readAll(DEVICES, TOKENS, this::collect);
    }

    private void collect(GraphPage<Row> page) {
        page.rows().forEach(row -> ids.add(String.valueOf(row.id())));
    }

    private static String row(String id) {
        return "{\"id\":\"" + id + "\"}";
    }
}
