package org.deviceoffboarding.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.graph.ScriptedGraph.TOKENS;
import static org.deviceoffboarding.graph.ScriptedGraph.error;
import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.graph.ScriptedGraph.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.deviceoffboarding.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphClockTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final SettableClock portal = new SettableClock(NOON);
    private final AtomicLong nanos = new AtomicLong(17);
    private final GraphClock clock = new GraphClock(portal, nanos::get);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, 299, -299, 300, -300})
    void upToFiveMinutesAreNoMatterWhoeverIsAhead(int seconds) {
        clock.note(date(NOON.plusSeconds(seconds)));

        assertThatCode(clock::requireRight).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, -301, 86_400, -31_536_000})
    void moreThanFiveMinutesAreRefusedWithBothTimesAndWhatToDo(int seconds) {
        clock.note(date(NOON.plusSeconds(seconds)));

        assertThatExceptionOfType(ClockDriftException.class).isThrownBy(clock::requireRight);
        assertThat(clock.drift())
                .hasValueSatisfying(drift -> assertThat(drift.by()).isEqualTo(Duration.ofSeconds(Math.abs(seconds))));
    }

    @Test
    void theSentenceHasBothTimesAndWhatToDo() {
        assertThat(new ClockDrift(NOON, NOON.minusSeconds(754)).sentence())
                .contains("portal's clock shows 23 November 2026 12:00:00 UTC")
                .contains("Microsoft Graph's 23 November 2026 11:47:26 UTC")
                .contains("time server");
    }

    @Test
    void beforeGraphHasToldItsTimeNothingIsKnown() {
        assertThat(clock.drift()).isEmpty();
        assertThatCode(clock::requireRight).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "yesterday", "2026-11-23T12:00:00Z", "Tue, 23 Nov 2026 12:00:00 GMT"})
    void aDateThatIsMissingOrUnreadableSaysNothing(String unreadable) {
        clock.note(unreadable);
        assertThat(clock.drift()).isEmpty();

        clock.note(date(NOON.plusSeconds(301)));
        clock.note(unreadable);
        assertThatExceptionOfType(ClockDriftException.class).isThrownBy(clock::requireRight);
    }

    @Test
    void theLatestAnswerCounts() {
        clock.note(date(NOON.plusSeconds(301)));
        clock.note(date(NOON));

        assertThatCode(clock::requireRight).doesNotThrowAnyException();
    }

    @Test
    void whoWatchesHearsOfAnAnswerThatWasNotTheLatest() {
        clock.note(date(NOON.plusSeconds(301)));
        clock.note(date(NOON));
        GraphClock.Watch watch = clock.watch();
        watch.requireRight();

        clock.note(date(NOON.minusSeconds(301)));
        clock.note(date(NOON));

        assertThatExceptionOfType(ClockDriftException.class)
                .isThrownBy(watch::requireRight)
                .satisfies(refused -> assertThat(refused.reason()).contains("11:54:59"));
        clock.watch().requireRight();
    }

    @Test
    void timeGoesOnForBothBetweenAnswers() {
        clock.note(date(NOON));
        pass(Duration.ofHours(3));
        portal.forward(Duration.ofHours(3));

        assertThat(clock.drift()).contains(new ClockDrift(portal.instant(), portal.instant()));
    }

    @Test
    void aPortalClockThatIsChangedAfterTheAnswerIsNoticed() {
        clock.note(date(NOON));
        portal.forward(Duration.ofDays(400));

        assertThatExceptionOfType(ClockDriftException.class)
                .isThrownBy(clock::requireRight)
                .satisfies(refused -> assertThat(refused.reason()).contains("2027"));
    }

    @Test
    void everyAnswerOfGraphTellsItsTime() {
        try (ScriptedGraph graph = new ScriptedGraph()) {
            graph.on("/list", json(page(null)))
                    .on("/one", json("{}"))
                    .on("/refused", error(403, "Authorization_RequestDenied", "No."))
                    .on("/$batch", json("{\"responses\":[]}"));
            List<Runnable> questions = List.of(
                    () -> graph.graph()
                            .readAll(new GraphCollection<>("a list", "/list", Map.class, "P"), TOKENS, read -> {}),
                    () -> graph.graph().get("/one", Map.class, "P", TOKENS),
                    () -> assertThatExceptionOfType(GraphPermissionMissingException.class)
                            .isThrownBy(() -> graph.graph().get("/refused", Map.class, "P", TOKENS)),
                    () -> graph.graph().write(List.of(GraphWrite.delete("1", "/devices/1")), TOKENS));

            for (Runnable question : questions) {
                graph.forgetTime();
                question.run();
                assertThat(graph.clock().drift()).isPresent();
            }
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static String date(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));
    }
}
