package org.deviceoffboarding.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StartingTest {

    private final List<String> closed = new ArrayList<>();

    @Test
    void aSettingOfWhatIsStartingIsWaitedFor() {
        CountDownLatch asked = new CountDownLatch(1);
        Starting<AutoCloseable> part = Starting.inBackground("part", () -> {
            asked.await();
            return () -> closed.add("part");
        });
        LateSettings settings = new LateSettings("late", Map.of("url", () -> {
            asked.countDown();
            part.await();
            return "jdbc:here";
        }));

        assertThat(settings.getProperty("other")).isNull();
        assertThat(settings.getProperty("url")).isEqualTo("jdbc:here");
    }

    @Test
    void whatKeptItFromStartingReachesWhoWaits() {
        Starting<AutoCloseable> part = Starting.inBackground("part", () -> {
            throw new StartupException("Free the disk.");
        });

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(part::await)
                .withMessage("Free the disk.");
    }

    @Test
    void closingStopsEvenWhatIsStillStarting() throws Exception {
        CountDownLatch closing = new CountDownLatch(1);
        Starting<AutoCloseable> part = Starting.inBackground("part", () -> {
            closing.await();
            return () -> closed.add("part");
        });

        closing.countDown();
        part.close();

        assertThat(closed).containsExactly("part");
    }

    @Test
    void partsAreClosedOnceInReverseOrderAndAllOfThem() {
        Parts parts = new Parts();
        parts.<AutoCloseable>add(() -> closed.add("folder"));
        parts.<AutoCloseable>add(() -> {
            throw new IllegalStateException("refuses");
        });
        parts.<AutoCloseable>add(() -> closed.add("tenant"));

        parts.close();
        parts.close();

        assertThat(closed).containsExactly("tenant", "folder");
    }
}
