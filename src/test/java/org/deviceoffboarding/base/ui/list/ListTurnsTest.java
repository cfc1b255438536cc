package org.deviceoffboarding.base.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ListTurnsTest {

    @Test
    void onlySoManyReadAtOnceAndAllGetTheirTurn() throws InterruptedException {
        AtomicInteger reading = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger read = new AtomicInteger();
        CountDownLatch someRead = new CountDownLatch(2);
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            readers.add(Thread.startVirtualThread(() -> ListTurns.inTurn(() -> {
                most.accumulateAndGet(reading.incrementAndGet(), Math::max);
                someRead.countDown();
                await(someRead);
                reading.decrementAndGet();
                return read.incrementAndGet();
            })));
        }
        for (Thread reader : readers) {
            reader.join();
        }

        assertThat(read).hasValue(20);
        assertThat(most.get()).isBetween(2, Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
