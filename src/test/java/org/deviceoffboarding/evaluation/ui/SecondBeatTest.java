package org.deviceoffboarding.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SecondBeatTest {

    private final SecondBeat beat = new SecondBeat();

    /** It may be bringing a page up to date, with a connection to the database in its hands. */
    @Test
    void whatABeatBegunIsNotInterruptedWhenItIsStopped() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        beat.start(() -> {
            begun.countDown();
            try {
                stopped.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            ended.countDown();
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        beat.stop();
        stopped.countDown();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted).isFalse();
    }
}
