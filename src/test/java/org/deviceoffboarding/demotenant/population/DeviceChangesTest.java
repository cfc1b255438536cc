package org.deviceoffboarding.demotenant.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.demotenant.population.DeviceWrite.What.*;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceChangesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final DeviceChanges changes = new DeviceChanges(ChangesFile.none(Instant.EPOCH));

    private static DeviceWrite write(DeviceWrite.What what) {
        return write(what, NOW);
    }

    private static DeviceWrite write(DeviceWrite.What what, Instant seenFrom) {
        return new DeviceWrite(what, NOW, seenFrom, "amara@contoso.example", Map.of());
    }

    @Test
    void aChangeIsKnownFromItsTimeOn() {
        changes.write(4, write(DISABLED));

        assertThat(changes.current(4).enabled()).isFalse();
        assertThat(changes.asOf(4, NOW).enabled()).isFalse();
        assertThat(changes.asOf(4, NOW.minusSeconds(1)).enabled()).isNull();
    }

    @Test
    void aChangeThatIsSeenLateIsTrueAtOnce() {
        changes.write(4, write(DISABLED, NOW.plusSeconds(60)));

        assertThat(changes.current(4).enabled()).isFalse();
        assertThat(changes.asOf(4, NOW.plusSeconds(59)).enabled()).isNull();
        assertThat(changes.asOf(4, NOW.plusSeconds(60)).enabled()).isFalse();
    }

    @Test
    void onlyWhatChangedSinceIsListedOnceEach() {
        changes.write(4, write(DISABLED));
        long seen = changes.sequence(NOW);
        changes.write(5, write(DISABLED));
        changes.write(6, write(DISABLED));
        changes.write(5, write(ENABLED));

        assertThat(changes.since(seen, NOW)).containsExactly(6, 5);
        assertThat(changes.since(changes.sequence(NOW), NOW)).isEmpty();
    }

    @Test
    void whatIsSeenLateIsListedOnceItIsSeen() {
        changes.write(4, write(DISABLED, NOW.plusSeconds(60)));
        changes.write(5, write(DISABLED));
        long seen = changes.sequence(NOW);

        assertThat(changes.since(0, NOW)).containsExactly(5);
        assertThat(changes.since(seen, NOW.plusSeconds(60))).contains(4);
        assertThat(changes.since(changes.sequence(NOW.plusSeconds(60)), NOW.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void aDeletedDeviceCanBeRestoredForThirtyDays() {
        changes.write(4, write(DELETED));

        assertThat(changes.restorable(NOW.plus(Duration.ofDays(29)))).containsExactly(4);
        assertThat(changes.restorable(NOW.plus(Duration.ofDays(30)))).isEmpty();
    }

    @Test
    void everyWriteThatTookEffectIsRemembered() {
        changes.write(4, write(DISABLED));
        changes.write(4, write(DISABLED));

        assertThat(changes.history(4)).containsExactly(write(DISABLED), write(DISABLED));
        assertThat(changes.history(5)).isEmpty();
        assertThat(changes.devices()).containsExactly(4);
    }

    @Test
    void whatIsNotThereIsNotWrittenTo() {
        assertThat(changes.write(4, write(RESTORED))).isFalse();
        assertThat(changes.write(4, write(DELETED))).isTrue();
        assertThat(changes.write(4, write(DELETED))).isFalse();
        assertThat(changes.write(4, write(DISABLED))).isFalse();
        assertThat(changes.write(4, write(DELETED_FOR_GOOD))).isTrue();
        assertThat(changes.write(4, write(RESTORED))).isFalse();

        assertThat(changes.history(4)).extracting(DeviceWrite::what).containsExactly(DELETED, DELETED_FOR_GOOD);
    }
}
