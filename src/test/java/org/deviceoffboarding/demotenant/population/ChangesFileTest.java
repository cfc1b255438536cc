package org.deviceoffboarding.demotenant.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesFileTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatWasDoneToDevicesOutlivesARestart() {
        Population before = open(NOW);
        before.changes().write(7, write(DeviceWrite.What.DISABLED));
        before.changes().write(8, write(DeviceWrite.What.DELETED));

        Population after = open(NOW.plus(Duration.ofDays(3)));

        assertThat(after.changes().current(7).enabled()).isFalse();
        assertThat(after.changes().current(8).present()).isFalse();
        assertThat(after.changes().history(7)).isEqualTo(before.changes().history(7));
        assertThat(signIn(after)).isEqualTo(signIn(before));
    }

    @Test
    void aLineThatWasTornByAKillIsAWriteThatWasNotAnswered() throws IOException {
        open(NOW).changes().write(7, write(DeviceWrite.What.DISABLED));
        Files.writeString(file(), "{\"device\":8,\"wri", StandardOpenOption.APPEND);

        Population after = open(NOW);

        assertThat(after.changes().devices()).containsExactly(7);
        after.changes().write(9, write(DeviceWrite.What.DISABLED));
        assertThat(open(NOW).changes().devices()).containsExactlyInAnyOrder(7, 9);
    }

    @Test
    void anotherTenantOrOneThatIsTooOldBeginsAnew() {
        open(NOW).changes().write(7, write(DeviceWrite.What.DISABLED));

        assertThat(new Population(100, 2, ChangesFile.open(file(), 100, 2, NOW))
                        .changes()
                        .devices())
                .isEmpty();
        open(NOW).changes().write(7, write(DeviceWrite.What.DISABLED));
        assertThat(open(NOW.plus(Duration.ofDays(14))).changes().devices()).isEmpty();
    }

    @Test
    void aTenantThatNobodyWroteToIsAsNewTheNextDay() {
        open(NOW);

        assertThat(ChangesFile.open(file(), 100, 1, NOW.plus(Duration.ofHours(23)))
                        .founded())
                .isEqualTo(NOW);
        assertThat(ChangesFile.open(file(), 100, 1, NOW.plus(Duration.ofHours(24)))
                        .founded())
                .isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void whatCannotBeReadBeginsAnew() throws IOException {
        Files.writeString(file(), "something else");

        assertThat(open(NOW).changes().devices()).isEmpty();
    }

    private static @Nullable Instant signIn(Population population) {
        return Objects.requireNonNull(population.entraDevice(9, NOW)).signedIn();
    }

    private Population open(Instant now) {
        return new Population(100, 1, ChangesFile.open(file(), 100, 1, now));
    }

    private Path file() {
        return folder.resolve("tenant.changes");
    }

    private static DeviceWrite write(DeviceWrite.What what) {
        return new DeviceWrite(what, NOW, NOW, "somebody@contoso.example", Map.of());
    }
}
