package org.deviceoffboarding.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CancellationException;
import org.deviceoffboarding.base.ParallelTasks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may use the database is not asked of tokens once the task was interrupted: that would break the connection. */
class UndisturbedTokensTest {

    private final AccessTokens tokens = new UndisturbedTokens(new OfDatabase(), new ParallelTasks());

    @Test
    void anInterruptedTaskAsksForNothing() {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class).isThrownBy(tokens::get);
            assertThatExceptionOfType(CancellationException.class).isThrownBy(tokens::ofApplication);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void anyOtherIsTold() {
        assertThat(tokens.get()).isEqualTo("a token");
        assertThat(tokens.ofApplication()).isTrue();
    }

    private static final class OfDatabase implements AccessTokens {

        @Override
        public String get() {
            return "a token";
        }

        @Override
        public boolean drop(String token, @Nullable String claims) {
            return false;
        }

        @Override
        public boolean ofApplication() {
            return true;
        }
    }
}
