package org.deviceoffboarding.base.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class PortalBeatTest {

    private final CountDownLatch twice = new CountDownLatch(2);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private PortalBeat beat = new PortalBeat("test", Duration.ofMillis(1), twice::countDown);

    @AfterEach
    void end() {
        beat.stop();
    }

    @Test
    void itGoesOnUntilItIsEndedAndCanBeginAnew() throws InterruptedException {
        assertThat(beat.isGoing()).isFalse();

        beat.start();
        beat.start();

        assertThat(beat.isGoing()).isTrue();
        twice.await();
        beat.stop();
        assertThat(beat.isGoing()).isFalse();
        beat.start();
        assertThat(beat.isGoing()).isTrue();
    }

    @Test
    void beginningTwiceItIsOneBeatAndItWaitsForItsFirstPause() {
        AtomicInteger beats = new AtomicInteger();
        beat = new PortalBeat("test", Duration.ofHours(1), beats::incrementAndGet);

        beat.startAfterPause();
        beat.startAfterPause();
        beat.stopAfterwards();

        assertThat(beats).hasValue(0);
    }

    @Test
    void endedAtOnceItInterruptsWhatIsAtWork() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        beat = new PortalBeat("test", Duration.ofMillis(1), () -> {
            working.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        beat.start();
        working.await();

        beat.stop();

        interrupted.await();
        assertThat(interrupted.getCount()).isZero();
    }
}
