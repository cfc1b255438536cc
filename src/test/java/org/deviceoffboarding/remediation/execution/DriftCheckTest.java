package org.deviceoffboarding.remediation.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.judging.ADevice.DEVICE_ID;
import static org.deviceoffboarding.judging.ADevice.INTUNE_ID;
import static org.deviceoffboarding.judging.ADevice.NOW;
import static org.deviceoffboarding.judging.ADevice.OBJECT_ID;
import static org.deviceoffboarding.judging.ADevice.STRANGER;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.judging.ADevice;
import org.deviceoffboarding.judging.Judge;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DriftCheckTest {

    private final DriftCheck drift = new DriftCheck(facts -> Judge.judge(facts, JudgingRules.defaults(), NOW), false);

    @Test
    void aDeviceThatIsAsItWasApprovedIsActedOn() {
        assertThat(disabling(wiped(), wiped().facts())).isNull();
        assertThat(deleting(readyToDelete(), readyToDelete().facts())).isNull();
        assertThat(disabling(silent(), Situation.SILENT_EVERYWHERE, silent().facts()))
                .isNull();
    }

    /** What was approved, and how the device is now. */
    private record Changed(String how, ADevice now, String said) {
        @Override
        public String toString() {
            return how;
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aDeviceThatIsNoLongerWhatWasApprovedIsLeftAloneAndTheDifferenceIsSaid(Changed change) {
        assertThat(disabling(wiped(), change.now().facts())).contains(change.said());
    }

    private static Stream<Changed> changes() {
        return Stream.of(
                new Changed("renamed", wiped().isNamed("LAPTOP-2"), "name was 'LAPTOP-1', is 'LAPTOP-2'"),
                new Changed("another device ID", wiped().hasIds(OBJECT_ID, STRANGER), "device ID was '" + DEVICE_ID),
                new Changed("without device ID", wiped().hasIds(OBJECT_ID, null), "is blank"),
                new Changed("another system", wiped().runs("Linux"), "operating system was 'Windows', is 'Linux'"),
                new Changed("hybrid by now", wiped().isJoined("ServerAd"), "join type was 'AzureAd', is 'ServerAd'"),
                new Changed("another profile", wiped().hasProfile("Printer"), "profile type was"),
                new Changed("disabled", wiped().isEnabled(false), "enabled when it was approved, and is disabled now"),
                new Changed("state not known", wiped().isEnabled(null), "in a state that is not known now"),
                new Changed("signed in", wiped().signedIn(daysAgo(0)), "Entra saw it on 23 Nov 2026 09:00 UTC"),
                new Changed("back in Intune", wiped().isInIntune(), "it synchronised with Intune on"),
                new Changed("back, never synced", wiped().hasRecord("managed", null), "no longer flagged (healthy)"),
                new Changed("leaving", wiped().hasRecord("wipePending", null), "Intune has not finished with it yet"),
                new Changed("another MDM", wiped().isManaged(true, STRANGER.toString()), "another MDM manages it"),
                new Changed("Autopilot by now", wiped().isRegistered(INTUNE_ID), "'Autopilot leftover' now"));
    }

    @Test
    void aSignInWhereNoneWasKnownIsASignOfLife() {
        assertThat(disabling(wiped().signedIn(null), wiped().facts())).contains("It was active since it was approved");
    }

    @Test
    void aSilentDeviceThatSynchronisedSinceIsLeftAlone() {
        ADevice back = that().signedIn(daysAgo(120)).hasRecord("managed", daysAgo(0));

        assertThat(disabling(silent(), Situation.SILENT_EVERYWHERE, back.facts()))
                .contains("it synchronised with Intune on");
    }

    @Test
    void aDeviceThatIsGoneIsLeftAlone() {
        assertThat(disabling(wiped(), null)).isEqualTo("It is no longer in Entra: somebody else deleted it.");
        assertThat(deleting(readyToDelete(), null)).isNotNull();
    }

    @Test
    void whatARestoredDatabaseDoesNotKnowMayHaveBeenThePortal() {
        DriftCheck restored = new DriftCheck(facts -> Judge.judge(facts, JudgingRules.defaults(), NOW), true);

        assertThat(restored.obstacle(
                        Action.DISABLE, approved(wiped(), Situation.REMOVED_FROM_INTUNE), null, List.of(), null))
                .isEqualTo(
                        "It is no longer in Entra: somebody else deleted it, or this portal did, which the restored database does"
                                + " not know.");
    }

    @Test
    void anExceptionMadeAfterTheApprovalHolds() {
        assertThat(drift.obstacle(
                        Action.DISABLE,
                        approved(wiped(), Situation.REMOVED_FROM_INTUNE),
                        wiped().facts(),
                        List.of("Exception of Ada: legal hold – case 47."),
                        null))
                .isEqualTo("Exception of Ada: legal hold – case 47.");
    }

    @Test
    void aDeviceThatSomebodyEnabledIsNotDeleted() {
        assertThat(deleting(readyToDelete(), readyToDelete().isEnabled(true).facts()))
                .contains("disabled when it was approved, and is enabled now");
    }

    @Test
    void aDeviceThatShowedASignOfLifeInItsGracePeriodIsNotDeleted() {
        assertThat(deleting(
                        readyToDelete(), readyToDelete().signedIn(daysAgo(3)).facts()))
                .contains("It was active since it was approved");
        assertThat(deleting(
                        readyToDelete().signedIn(daysAgo(3)),
                        readyToDelete().signedIn(daysAgo(3)).facts()))
                .contains("Run again");
    }

    @Test
    void aDeviceThatThisPortalDidNotDisableIsNotDeleted() {
        ADevice disabledElsewhere = wiped().isEnabled(false);

        assertThat(deleting(disabledElsewhere, disabledElsewhere.facts()))
                .contains("asked for as 'Ready to delete', and is 'Removed from Intune' now");
    }

    @Test
    void takingBackAsksOnlyWhetherItIsTheSameDevice() {
        ADevice disabled = wiped().wasDisabledByPortal(daysAgo(3));

        assertThat(enabling(disabled, disabled.signedIn(daysAgo(0)).facts())).isNull();
        assertThat(enabling(disabled, wiped().isEnabled(true).facts())).contains("It is enabled already");
        assertThat(enabling(
                        disabled,
                        wiped().wasDisabledByPortal(daysAgo(3)).isNamed("OTHER").facts()))
                .contains("name was 'LAPTOP-1', is 'OTHER'");
        assertThat(enabling(disabled, null)).contains("no longer in Entra");
    }

    private static ADevice wiped() {
        return that().signedIn(daysAgo(50)).was(RemovalEvent.Kind.WIPE, daysAgo(10));
    }

    private static ADevice silent() {
        return that().signedIn(daysAgo(120)).hasRecord("managed", daysAgo(120));
    }

    private static ADevice readyToDelete() {
        return wiped().wasDisabledByPortal(NOW.minus(Duration.ofDays(31)));
    }

    private @Nullable String disabling(ADevice approved, @Nullable DeviceFacts now) {
        return disabling(approved, Situation.REMOVED_FROM_INTUNE, now);
    }

    private @Nullable String disabling(ADevice approved, Situation situation, @Nullable DeviceFacts now) {
        return drift.obstacle(Action.DISABLE, approved(approved, situation), now, List.of(), null);
    }

    private @Nullable String deleting(ADevice approved, @Nullable DeviceFacts now) {
        return drift.obstacle(Action.DELETE, approved(approved, Situation.READY_TO_DELETE), now, List.of(), null);
    }

    private @Nullable String enabling(ADevice approved, @Nullable DeviceFacts now) {
        return drift.obstacle(Action.ENABLE, approved(approved, null), now, List.of(), null);
    }

    private static DeviceSnapshot approved(ADevice device, @Nullable Situation situation) {
        EntraDevice entra = device.facts().entra();
        return new DeviceSnapshot(
                entra.objectId(),
                entra.deviceId(),
                null,
                entra.displayName(),
                null,
                null,
                Platform.WINDOWS,
                Ownership.CORPORATE,
                Kind.ORDINARY,
                situation,
                entra.accountEnabled(),
                entra.trustType(),
                entra.profileType(),
                entra.operatingSystem(),
                entra.lastSignIn(),
                device.facts().managed().isEmpty()
                        ? null
                        : device.facts().managed().getFirst().lastSync(),
                "Wiped.");
    }
}
