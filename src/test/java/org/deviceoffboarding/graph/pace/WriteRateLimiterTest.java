package org.deviceoffboarding.graph.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WriteRateLimiterTest {

    private static final String ANNA = "anna";
    private static final String BEN = "ben";
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(PortalDatabase.dataSource());
    private final WriteRateLimiter limiter = pace(true);

    @BeforeEach
    void forget() {
        PortalDatabase.empty("write_pace");
        PortalDatabase.empty("write_slot");
    }

    @Test
    void thereIsRoomForTwoBatchesAndTheNextFollowsTenSecondsAfterAnAnswer() {
        WriteSlots first = take(ANNA, 12);
        take(ANNA, 12);
        assertThat(limiter.take(ANNA, 1)).isEmpty();

        clock.forward(Duration.ofSeconds(2));
        limiter.answered(first);

        assertThat(limiter.roomAt(ANNA, 12)).isEqualTo(now().plus(WINDOW));
        clock.forward(WINDOW.minusMillis(1));
        assertThat(limiter.take(ANNA, 1)).isEmpty();
        clock.forward(Duration.ofMillis(1));
        take(ANNA, 12);
        assertThat(limiter.take(ANNA, 1)).isEmpty();
    }

    @Test
    void smallBatchesShareTheSlots() {
        limiter.answered(take(ANNA, 12));
        limiter.answered(take(ANNA, 5));
        clock.forward(Duration.ofSeconds(1));

        assertThat(limiter.roomAt(ANNA, 7)).isEqualTo(now());
        assertThat(limiter.take(ANNA, 8)).isEmpty();
        take(ANNA, 7);
        assertThat(limiter.take(ANNA, 1)).isEmpty();
    }

    @Test
    void whatHasNoAnswerYetIsNotFreeBeforeTenSecondsAndWhoWaitsIsToldSo() {
        take(ANNA, 12);
        take(ANNA, 12);

        assertThat(limiter.roomAt(ANNA, 1)).isEqualTo(now().plus(WINDOW));
    }

    @Test
    void whatIsNeverAnsweredIsFreeOnceNoAnswerCanCome() {
        take(ANNA, 12);
        take(ANNA, 12);

        clock.forward(READ_TIMEOUT.plus(WINDOW).minusMillis(1));
        assertThat(limiter.take(ANNA, 1)).isEmpty();
        clock.forward(Duration.ofMillis(1));

        take(ANNA, 12);
    }

    @Test
    void nobodyWaitsForSomeoneElse() {
        take(ANNA, 12);
        take(ANNA, 12);

        take(BEN, 12);
    }

    @Test
    void manyPeopleAtOnceUseUpTheRoomOfTheApp() {
        for (int person = 0; person < 16; person++) {
            take("person " + person, 12);
        }

        assertThat(limiter.take(ANNA, 12)).isEmpty();
        assertThat(limiter.roomAt(ANNA, 12)).isEqualTo(now().plusMillis(202));
        clock.forward(Duration.ofMillis(202));
        take(ANNA, 12);
    }

    @Test
    void nothingIsSentBeforeGraphHasTimeAgain() {
        limiter.holdOff(ANNA, Duration.ofSeconds(10));
        limiter.holdOff(ANNA, Duration.ofSeconds(3));

        assertThat(limiter.roomAt(ANNA, 1)).isEqualTo(now().plusSeconds(10));
        assertThat(limiter.take(ANNA, 1)).isEmpty();
        take(BEN, 12);
        clock.forward(Duration.ofSeconds(10));
        take(ANNA, 12);
    }

    @Test
    void aRestartAndAnotherPortalForgetNothing() {
        WriteSlots slots = take(ANNA, 12);
        take(ANNA, 12);

        assertThat(pace(true).take(ANNA, 1)).isEmpty();
        pace(true).answered(slots);
        assertThat(limiter.roomAt(ANNA, 12)).isEqualTo(now().plus(WINDOW));
    }

    @Test
    void whatIsTakenStaysSoWhateverBecomesOfTheCallersTransaction() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            take(ANNA, 12);
            take(ANNA, 12);
            limiter.holdOff(BEN, Duration.ofSeconds(5));
            status.setRollbackOnly();
        });

        assertThat(limiter.take(ANNA, 1)).isEmpty();
        assertThat(limiter.roomAt(BEN, 1)).isEqualTo(now().plusSeconds(5));
    }

    @Test
    void requestsThatAskAtTheSameMomentNeverGetMoreThanThereIs() throws Exception {
        var start = new CyclicBarrier(6);
        List<Callable<Optional<WriteSlots>>> takers = new ArrayList<>();
        for (int taker = 0; taker < 6; taker++) {
            takers.add(() -> {
                start.await();
                return limiter.take(ANNA, 12);
            });
        }
        int taken = 0;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var each : threads.invokeAll(takers)) {
                taken += each.get().isPresent() ? 1 : 0;
            }
        }

        assertThat(taken).isEqualTo(2);
    }

    @Test
    void measurementsWithoutLimitsWaitForNothing() {
        WriteRateLimiter free = pace(false);
        free.holdOff(ANNA, Duration.ofHours(1));

        for (int batch = 0; batch < 5; batch++) {
            assertThat(free.roomAt(ANNA, 12)).isEqualTo(now());
            free.answered(free.take(ANNA, 12).orElseThrow());
        }
        assertThat(free.timeFor(1_000)).isZero();
    }

    @Test
    void manyWritesTakeAsLongAsTheirBatches() {
        assertThat(limiter.timeFor(0)).isZero();
        assertThat(limiter.timeFor(24)).isZero();
        assertThat(limiter.timeFor(25)).isEqualTo(Duration.ofMillis(10_250));
        assertThat(limiter.timeFor(10_000)).isBetween(Duration.ofSeconds(4_000), Duration.ofSeconds(4_400));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 13})
    void moreThanABatchOrLessThanAWriteIsRefused(int writes) {
        assertThatIllegalArgumentException().isThrownBy(() -> limiter.roomAt(ANNA, writes));
        assertThatIllegalArgumentException().isThrownBy(() -> pace(false).take(ANNA, writes));
    }

    private WriteSlots take(String person, int writes) {
        return limiter.take(person, writes).orElseThrow();
    }

    private Instant now() {
        return clock.instant();
    }

    private WriteRateLimiter pace(boolean paced) {
        return new WriteRateLimiter(
                new RateLimitRepository(PortalDatabase.jdbc()), clock, paced, READ_TIMEOUT, transactions);
    }
}
