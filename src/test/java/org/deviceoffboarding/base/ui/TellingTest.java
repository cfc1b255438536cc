package org.deviceoffboarding.base.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TellingTest {

    private final Queue<Runnable> thread = new ArrayDeque<>();
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void whoeverGivesAReasonDoesNotWaitUntilPagesAreTold() {
        Telling telling = new Telling(told::incrementAndGet, thread::add);

        telling.begin();

        assertThat(told).hasValue(0);
        thread.remove().run();
        assertThat(told).hasValue(1);
        assertThat(thread).isEmpty();
    }

    @Test
    void whatIsGivenAsAReasonMeanwhileIsToldOnceAndAfterwards() {
        Telling[] telling = new Telling[1];
        telling[0] = new Telling(
                () -> {
                    if (told.incrementAndGet() == 1) {
                        telling[0].begin();
                        telling[0].begin();
                    }
                },
                thread::add);

        telling[0].begin();
        runAll();

        assertThat(told).hasValue(2);
    }

    @Test
    void afterATellingThatFailedTheNextReasonIsTold() {
        Telling telling = new Telling(
                () -> {
                    if (told.incrementAndGet() == 1) {
                        throw new IllegalStateException("A page could not be told");
                    }
                },
                thread::add);
        telling.begin();
        assertThatIllegalStateException().isThrownBy(thread.remove()::run);

        telling.begin();
        runAll();

        assertThat(told).hasValue(2);
    }

    private void runAll() {
        for (Runnable next = thread.poll(); next != null; next = thread.poll()) {
            next.run();
        }
    }
}
