package org.deviceoffboarding.demotenant.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeviceChangesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final DeviceChanges changes = new DeviceChanges();

    @Test
    void aChangeIsKnownFromItsTimeOn() {
        changes.update(4, NOW, state -> state.withEnabled(false));

        assertThat(changes.current(4).enabled()).isFalse();
        assertThat(changes.asOf(4, NOW).enabled()).isFalse();
        assertThat(changes.asOf(4, NOW.minusSeconds(1)).enabled()).isNull();
    }

    @Test
    void onlyWhatChangedSinceIsListedOnceEach() {
        changes.update(4, NOW, state -> state.withEnabled(false));
        long seen = changes.sequence(NOW);
        changes.update(5, NOW, state -> state.withEnabled(false));
        changes.update(6, NOW, state -> state.withEnabled(false));
        changes.update(5, NOW, state -> state.withEnabled(true));

        assertThat(changes.since(seen, NOW)).containsExactly(6, 5);
        assertThat(changes.since(changes.sequence(NOW), NOW)).isEmpty();
    }

    @Test
    void aDeletedDeviceCanBeRestoredForThirtyDays() {
        changes.update(4, NOW, state -> state.deleted(NOW));

        assertThat(changes.restorable(NOW.plus(Duration.ofDays(29)))).containsExactly(4);
        assertThat(changes.restorable(NOW.plus(Duration.ofDays(30)))).isEmpty();
    }
}
