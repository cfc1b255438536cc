package org.deviceoffboarding.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WriteRateLimiterTest {

    private static final String ANNA = "anna";
    private static final String BEN = "ben";
    private static final Duration BATCH = Duration.ofMillis(8_080);
    private static final int TURNS = 15;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(PortalDatabase.dataSource());
    private final WriteRateLimiter limiter = pace(true);

    @BeforeEach
    void forget() {
        PortalDatabase.empty("write_pace");
    }

    @Test
    void thereIsRoomForOneBatchAndTheNextFollowsWhenGraphTakesIt() {
        assertThat(limiter.reserve(ANNA, 20)).isEqualTo(now());
        assertThat(limiter.reserve(ANNA, 20)).isEqualTo(now().plus(BATCH));
        assertThat(limiter.reserve(ANNA, 20)).isEqualTo(now().plus(BATCH.multipliedBy(2)));
    }

    @Test
    void smallBatchesShareTheRoomOfALargeOne() {
        assertThat(limiter.reserve(ANNA, 5)).isEqualTo(now());
        assertThat(limiter.reserve(ANNA, 15)).isEqualTo(now());
        assertThat(limiter.reserve(ANNA, 1)).isEqualTo(now().plusMillis(404));
        assertThat(limiter.reserve(ANNA, 10)).isEqualTo(now().plusMillis(11 * 404));
    }

    @Test
    void roomThatNobodyUsesIsNotSavedUp() {
        limiter.reserve(ANNA, 20);
        clock.forward(Duration.ofHours(1));

        assertThat(limiter.reserve(ANNA, 20)).isEqualTo(now());
        assertThat(limiter.reserve(ANNA, 20)).isEqualTo(now().plus(BATCH));
    }

    @Test
    void roomComesBackAsTimeGoesBy() {
        limiter.reserve(ANNA, 20);
        clock.forward(BATCH.dividedBy(2));

        assertThat(limiter.reserve(ANNA, 10)).isEqualTo(now());
        assertThat(limiter.reserve(ANNA, 20)).isEqualTo(now().plus(BATCH));
    }

    @Test
    void nobodyWaitsForSomeoneElse() {
        limiter.reserve(ANNA, 20);
        limiter.reserve(ANNA, 20);

        assertThat(limiter.reserve(BEN, 20)).isEqualTo(now());
    }

    @Test
    void tenPeopleAtOnceUseUpTheRoomOfTheApp() {
        for (int person = 0; person < 10; person++) {
            assertThat(limiter.reserve("person " + person, 20)).isEqualTo(now());
        }

        assertThat(limiter.reserve(ANNA, 20)).isEqualTo(now().plusMillis(1_010));
        assertThat(limiter.reserve(ANNA, 20)).isEqualTo(now().plusMillis(1_010).plus(BATCH));
        assertThat(limiter.reserve(BEN, 1)).isEqualTo(now().plusNanos(41 * 50_500_000L));
    }

    @Test
    void nothingIsSentBeforeGraphHasTimeAgainAndThenNotAllAtOnce() {
        limiter.holdOff(ANNA, Duration.ofSeconds(10));

        assertThat(limiter.reserve(ANNA, 1)).isEqualTo(now().plusSeconds(10));
        assertThat(limiter.reserve(ANNA, 20)).isEqualTo(now().plusSeconds(10).plus(BATCH));
        assertThat(limiter.reserve(BEN, 20)).isEqualTo(now());
    }

    @Test
    void askedToWaitTwiceTheLongerWaitCounts() {
        limiter.holdOff(ANNA, Duration.ofSeconds(10));
        limiter.holdOff(ANNA, Duration.ofSeconds(3));

        assertThat(limiter.reserve(ANNA, 1)).isEqualTo(now().plusSeconds(10));
    }

    @Test
    void aWaitTakesNothingFromWhatIsReserved() {
        limiter.reserve(ANNA, 20);
        limiter.reserve(ANNA, 20);
        limiter.holdOff(ANNA, Duration.ofSeconds(1));

        assertThat(limiter.reserve(ANNA, 20)).isEqualTo(now().plus(BATCH.multipliedBy(2)));
    }

    @Test
    void aRestartForgetsNothing() {
        limiter.reserve(ANNA, 20);

        assertThat(pace(true).reserve(ANNA, 20)).isEqualTo(now().plus(BATCH));
    }

    @Test
    void whatIsReservedStaysSoWhateverBecomesOfTheCallersTransaction() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            limiter.reserve(ANNA, 20);
            limiter.holdOff(BEN, Duration.ofSeconds(5));
            status.setRollbackOnly();
        });

        assertThat(limiter.reserve(ANNA, 20)).isEqualTo(now().plus(BATCH));
        assertThat(limiter.reserve(BEN, 1)).isEqualTo(now().plusSeconds(5));
    }

    @Test
    void requestsThatAskAtTheSameMomentGetOneTurnEach() throws Exception {
        var start = new CyclicBarrier(2);
        var turns = new ConcurrentHashMap<String, Queue<Instant>>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(() -> takeTurns(start, turns, ANNA, BEN));
            var other = threads.submit(() -> takeTurns(start, turns, BEN, ANNA));
            one.get();
            other.get();
        }

        var oneAfterTheOther = IntStream.range(0, 2 * TURNS)
                .mapToObj(turn -> now().plus(BATCH.multipliedBy(turn)))
                .toList();
        assertThat(turns.get(ANNA)).containsExactlyInAnyOrderElementsOf(oneAfterTheOther);
        assertThat(turns.get(BEN)).containsExactlyInAnyOrderElementsOf(oneAfterTheOther);
    }

    @Test
    void measurementsWithoutLimitsWaitForNothing() {
        WriteRateLimiter free = pace(false);
        free.holdOff(ANNA, Duration.ofHours(1));

        assertThat(free.reserve(ANNA, 20)).isEqualTo(now());
        assertThat(free.reserve(ANNA, 20)).isEqualTo(now());
        assertThat(free.timeFor(1_000)).isZero();
    }

    @Test
    void manyWritesTakeAsLongAsTheirBatches() {
        assertThat(limiter.timeFor(0)).isZero();
        assertThat(limiter.timeFor(20)).isZero();
        assertThat(limiter.timeFor(60)).isEqualTo(BATCH.multipliedBy(2));
        assertThat(limiter.timeFor(10_000)).isBetween(Duration.ofSeconds(3_990), Duration.ofSeconds(4_400));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 21})
    void moreThanABatchOrLessThanAWriteIsRefused(int writes) {
        assertThatIllegalArgumentException().isThrownBy(() -> limiter.reserve(ANNA, writes));
        assertThatIllegalArgumentException().isThrownBy(() -> pace(false).reserve(ANNA, writes));
    }

    /** Two people, in one order or the other, so that the locks of both are wanted crosswise. */
    private @Nullable Void takeTurns(CyclicBarrier start, Map<String, Queue<Instant>> turns, String... people)
            throws Exception {
        start.await();
        for (int turn = 0; turn < TURNS; turn++) {
            for (String person : people) {
                turns.computeIfAbsent(person, unknown -> new ConcurrentLinkedQueue<>())
                        .add(limiter.reserve(person, 20));
            }
        }
        return null;
    }

    private Instant now() {
        return clock.instant();
    }

    private WriteRateLimiter pace(boolean paced) {
        var seconds = Duration.ofSeconds(5);
        return new WriteRateLimiter(
                new RateLimitRepository(PortalDatabase.jdbc()),
                clock,
                new GraphProperties(seconds, seconds, seconds, paced),
                transactions);
    }
}
