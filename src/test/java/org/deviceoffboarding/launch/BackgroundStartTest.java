package org.deviceoffboarding.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BackgroundStartTest {

    private final List<String> closed = new ArrayList<>();

    @Test
    void aSettingOfWhatIsStartingIsWaitedFor() {
        CountDownLatch asked = new CountDownLatch(1);
        BackgroundStart<AutoCloseable> part = BackgroundStart.inBackground("part", () -> {
            asked.await();
            return () -> closed.add("part");
        });
        LazyPropertySource settings = new LazyPropertySource("late", Map.of("url", () -> {
            asked.countDown();
            part.await();
            return "jdbc:here";
        }));

        assertThat(settings.getProperty("other")).isNull();
        assertThat(settings.getProperty("url")).isEqualTo("jdbc:here");
    }

    @Test
    void whatKeptItFromStartingReachesWhoWaits() {
        BackgroundStart<AutoCloseable> part = BackgroundStart.inBackground("part", () -> {
            throw new StartupException("Free the disk.");
        });

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(part::await)
                .withMessage("Free the disk.");
    }

    @Test
    void closingStopsEvenWhatIsStillStarting() throws Exception {
        CountDownLatch closing = new CountDownLatch(1);
        BackgroundStart<AutoCloseable> part = BackgroundStart.inBackground("part", () -> {
            closing.await();
            return () -> closed.add("part");
        });

        closing.countDown();
        part.close();

        assertThat(closed).containsExactly("part");
    }

    @Test
    void partsAreClosedOnceInReverseOrderAndAllOfThem() {
        StartedResources resources = new StartedResources();
        resources.<AutoCloseable>add(() -> closed.add("folder"));
        resources.<AutoCloseable>add(() -> {
            throw new IllegalStateException("refuses");
        });
        resources.<AutoCloseable>add(() -> closed.add("tenant"));

        resources.close();
        resources.close();

        assertThat(closed).containsExactly("tenant", "folder");
    }
}
