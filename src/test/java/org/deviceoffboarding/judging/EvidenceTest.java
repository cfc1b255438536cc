package org.deviceoffboarding.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.GONE;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.HIDDEN;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.RETIRE;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.WIPE;
import static org.deviceoffboarding.judging.ADevice.DEVICE_ID;
import static org.deviceoffboarding.judging.ADevice.INTUNE;
import static org.deviceoffboarding.judging.ADevice.INTUNE_ID;
import static org.deviceoffboarding.judging.ADevice.NOW;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import java.time.Duration;
import java.util.List;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void saysWhoRemovedTheDeviceAndWhatItDidSince() {
        assertThat(evidence(
                        that().was(WIPE, daysAgo(11)).isManaged(true, INTUNE).signedIn(daysAgo(2))))
                .containsExactly(
                        "helpdesk@contoso.example wiped it in Intune on 12 Nov 2026 09:00 UTC (audit event).",
                        "No Intune record has its device ID.",
                        "Entra says that Intune manages it.",
                        "Signed in to Entra on 21 Nov 2026 09:00 UTC (± 14 days), after it left Intune.",
                        "Its Entra object is still enabled.");
    }

    @Test
    void aSignInBeforeTheRemovalIsNotCalledLater() {
        assertThat(evidence(that().was(WIPE, daysAgo(2)).signedIn(daysAgo(2)).isEnabled(false)))
                .contains(
                        "Last signed in to Entra on 21 Nov 2026 09:00 UTC (± 14 days).",
                        "Its Entra object is already disabled.");
    }

    @Test
    void aFailedRemovalIsShownAndExplainsNothing() {
        assertThat(evidence(that().was(WIPE, daysAgo(2), false, DEVICE_ID).isManaged(true, null)))
                .contains(
                        "A wipe by helpdesk@contoso.example on 21 Nov 2026 09:00 UTC did not succeed (Failure) and explains nothing.");
    }

    @Test
    void anEventAndTheEarlierInventoryAreBothShown() {
        assertThat(evidence(that().was(GONE, daysAgo(1)).was(RETIRE, daysAgo(2))))
                .startsWith(
                        "helpdesk@contoso.example retired it in Intune on 21 Nov 2026 09:00 UTC (audit event).",
                        "Intune had a record of it in an earlier run; by 22 Nov 2026 09:00 UTC that record was gone.");
    }

    @Test
    void aHiddenRecordMayComeBack() {
        assertThat(evidence(that().was(HIDDEN, daysAgo(2))).getFirst())
                .contains("clean-up rule", "never retired", "may come back");
    }

    @Test
    void aRemovalOutsideTheLookBackIsShownAsTooOld() {
        assertThat(evidence(that().was(WIPE, daysAgo(31)).isManaged(true, null)).getFirst())
                .endsWith("That is too long ago to explain the missing record.");
    }

    @Test
    void timesInTheFutureAreShownAsOdd() {
        var later = NOW.plus(Duration.ofDays(1));

        assertThat(evidence(that().was(WIPE, later).isManaged(true, null).signedIn(later)))
                .contains(
                        "A wipe carries a date that cannot be (24 Nov 2026 09:00 UTC) and is ignored.",
                        "Entra's time of its last sign-in lies in the future and is ignored.");
    }

    @Test
    void severalRecordsAreCounted() {
        assertThat(evidence(that().signedIn(daysAgo(95))
                        .hasRecord("managed", daysAgo(100))
                        .hasRecord("managed", daysAgo(120))))
                .contains(
                        "Intune has 2 records with its device ID.", "None of them synced since 15 Aug 2026 09:00 UTC.");
    }

    @Test
    void anAutopilotRegistrationIsNamedWithItsSerialNumber() {
        assertThat(evidence(that().was(WIPE, daysAgo(2)).isRegistered(INTUNE_ID)))
                .contains("It is registered with Windows Autopilot, serial number SN-1.");
    }

    @Test
    void aBlankSignInIsSaidToBeBlank() {
        assertThat(evidence(that().was(WIPE, daysAgo(2)).signedIn(null))).contains("Entra records no sign-in.");
    }

    private static List<String> evidence(ADevice device) {
        return ((Flagged) Judge.judge(device.facts(), JudgingRules.defaults(), NOW)).evidence();
    }
}
