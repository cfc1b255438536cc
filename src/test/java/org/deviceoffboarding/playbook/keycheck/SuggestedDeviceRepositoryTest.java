package org.deviceoffboarding.playbook.keycheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.keys.KeyedDevice;
import org.deviceoffboarding.playbook.Suggested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SuggestedDeviceRepositoryTest {

    @Autowired
    private SuggestedDeviceRepository devices;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void keysAreCountedAndWhatIsNotKnownIsNeitherKnownNorMissing() {
        Suggested suggested = Suggested.windows(jdbc);
        suggested.keys(suggested.device("all known", "AzureAd"), 2, true);
        suggested.keys(suggested.device("no BitLocker", "AzureAd"), 0, true);
        suggested.keys(suggested.device("nothing", "AzureAd"), 0, false);
        suggested.keys(suggested.device("registered", "workplace"), 1, false);
        suggested.keys(suggested.device("no answer", "AzureAd"), null, null);
        suggested.keys(suggested.device("half an answer", "AzureAd"), 1, null);
        suggested.device("not checked", "AzureAd");

        KeySummary summary = devices.keys(suggested.id());

        assertThat(summary.devices()).isEqualTo(7);
        assertThat(summary.known()).isEqualTo(2);
        assertThat(summary.withoutBitlocker()).isEqualTo(2);
        assertThat(summary.withoutLaps()).isEqualTo(1);
        assertThat(summary.notKnown()).isEqualTo(2);
        assertThat(summary.notChecked()).isEqualTo(1);
        assertThat(summary.complete()).isFalse();
    }

    @Test
    void onlyWindowsHasKeysToCheck() {
        Suggested suggested = Suggested.of(jdbc, "REMOVED_FROM_INTUNE", "IOS", "ORDINARY");
        suggested.device("iPhone", null);

        assertThat(devices.keys(suggested.id()).devices()).isZero();
        assertThat(devices.uncheckedSince(suggested.id(), Instant.now(), null, 10))
                .isEmpty();
    }

    @Test
    void whatWasReadSinceIsNotReadAgain() {
        Suggested suggested = Suggested.windows(jdbc);
        UUID checked = suggested.device("checked", "AzureAd");
        UUID first = suggested.device("first", "AzureAd");
        UUID second = suggested.device("second", "AzureAd");
        suggested.keys(checked, 1, true);
        Instant before = Instant.now().minusSeconds(600);

        List<KeyedDevice> unchecked = devices.uncheckedSince(suggested.id(), before, null, 10);

        assertThat(unchecked).extracting(KeyedDevice::objectId).containsExactlyInAnyOrder(first, second);
        assertThat(devices.uncheckedSince(
                        suggested.id(), before, unchecked.getFirst().objectId(), 10))
                .containsExactly(unchecked.getLast());
        assertThat(devices.countCheckedSince(suggested.id(), before)).isEqualTo(1);
        assertThat(devices.countCheckedSince(suggested.id(), Instant.now().plusSeconds(600)))
                .isZero();
    }
}
