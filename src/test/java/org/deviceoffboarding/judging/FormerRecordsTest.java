package org.deviceoffboarding.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.DELETE;
import static org.deviceoffboarding.judging.ADevice.DEVICE_ID;
import static org.deviceoffboarding.judging.ADevice.INTUNE;
import static org.deviceoffboarding.judging.ADevice.INTUNE_ID;
import static org.deviceoffboarding.judging.ADevice.NOW;
import static org.deviceoffboarding.judging.ADevice.OBJECT_ID;
import static org.deviceoffboarding.judging.ADevice.STRANGER;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import java.util.List;
import org.deviceoffboarding.inventory.AutopilotIdentity;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.FormerRecord.Moved;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Judgement.LeftOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What protects a device outlives its record in Intune, and a record that is still there protects. */
class FormerRecordsTest {

    private static final JudgingRules RULES = JudgingRules.defaults();

    @ParameterizedTest
    @CsvSource({
        "Windows, windowsBulkUserless, Contoso, Kiosk, SHARED",
        "IPad, appleBulkWithoutUser, Apple, iPad, SHARED",
        "AndroidEnterprise, androidEnterpriseDedicatedDevice, Zebra, TC52, SHARED",
        "Android, deviceEnrollmentManager, Yealink, VP59, TEAMS_PHONE",
        "Windows, windowsAzureADJoin, Microsoft, Cloud PC Enterprise 2vCPU, CLOUD_PC",
    })
    void aProtectedKindStaysOneAfterItsRecordIsGone(
            String system, String enrollment, String maker, String model, Kind kind) {
        DeviceFacts facts = that().runs(system)
                .isMade(null, null)
                .hadRecord(enrollment, maker, model)
                .was(DELETE, daysAgo(2))
                .facts();

        assertThat(Judge.kindOf(facts, RULES)).isEqualTo(kind);
        assertThat(judge(facts)).isInstanceOfSatisfying(LeftOut.class, leftOut -> {
            assertThat(leftOut.reason()).isEqualTo(LeftOutReason.KIND);
            assertThat(leftOut.detail()).contains(kind.label(), "known from its earlier record in Intune");
        });
    }

    @Test
    void aDedicatedAndroidDeviceIsShared() {
        assertThat(kind(that().hasRecord(DEVICE_ID, "managed", NOW, "androidEnterpriseDedicatedDevice", "TC52")))
                .isEqualTo(Kind.SHARED);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "unknown", "Unknown"},
            nullValues = "null")
    void whatARecordNowLeavesBlankItOnceSaid(String blank) {
        assertThat(kind(that().hasRecord(DEVICE_ID, "managed", NOW, blank, "iPad")
                        .hadRecord("appleBulkWithoutUser", "Apple", "iPad")))
                .isEqualTo(Kind.SHARED);
        assertThat(kind(that().isMade(null, null)
                        .hasRecord(DEVICE_ID, "managed", NOW, "windowsAzureADJoin", null)
                        .hadRecord("windowsAzureADJoin", "Microsoft", "Cloud PC Business")))
                .isEqualTo(Kind.CLOUD_PC);
    }

    @Test
    void aDeviceThatWasEnrolledAgainIsWhatItsRecordSays() {
        assertThat(kind(that().hadRecord("windowsBulkUserless", "Contoso", "Laptop 5")
                        .hasRecord(DEVICE_ID, "managed", NOW, "windowsAzureADJoin", "Laptop 5")))
                .isEqualTo(Kind.ORDINARY);
    }

    @Test
    void aRegistrationThatIsNoLongerListedStillMakesTheDeviceAutopilots() {
        DeviceFacts facts = that().was(DELETE, daysAgo(2)).facts();
        AutopilotIdentity former =
                new AutopilotIdentity(STRANGER, DEVICE_ID, null, "SN-1", null, null, null, null, null, true);
        DeviceFacts registered = new DeviceFacts(facts.entra(), List.of(), former, facts.removals());

        assertThat(judge(registered)).isInstanceOfSatisfying(Flagged.class, flagged -> {
            assertThat(flagged.kind()).isEqualTo(Kind.AUTOPILOT);
            assertThat(flagged.evidence())
                    .anySatisfy(sentence -> assertThat(sentence)
                            .contains("was registered with Windows Autopilot", "no longer has it", "SN-1"));
        });
    }

    @Test
    void aDeviceThatWasInIntuneIsNoAutopilotDeviceThatWaitsForItsFirstStart() {
        assertThat(judge(that().signedIn(null)
                        .isRegistered(null)
                        .hadRecord("windowsAzureADJoin", "Contoso", "Laptop 5")
                        .facts()))
                .isNotInstanceOf(LeftOut.class);
    }

    @Test
    void aRecordThatIsStillThereWithoutADeviceIdProtects() {
        ADevice phone = that().isManaged(true, INTUNE).lostRecord(new Moved("PHONE-7", null, "managed", false));

        assertThat(judge(phone.facts()))
                .isEqualTo(new LeftOut(
                        LeftOutReason.RECORD_STILL_THERE,
                        Situation.BROKEN_LINK,
                        "Intune still has its record PHONE-7 (" + INTUNE_ID + "), without a device ID."));
        assertThat(Deletable.refusal(
                        phone.wasDisabledByPortal(daysAgo(60))
                                .signedIn(daysAgo(90))
                                .facts(),
                        RULES,
                        NOW))
                .contains("Intune still has its record PHONE-7");
    }

    @Test
    void aRecordThatNamesAnotherDeviceProtectsUnlessThatOneExistsAndIsHealthy() {
        assertThat(judge(moved(STRANGER_GONE))).isInstanceOfSatisfying(LeftOut.class, leftOut -> {
            assertThat(leftOut.reason()).isEqualTo(LeftOutReason.RECORD_STILL_THERE);
            assertThat(leftOut.detail()).contains("which names another device ID now (" + STRANGER + ")");
        });
        assertThat(judge(moved(STRANGER_LEAVES))).isInstanceOf(LeftOut.class);
        assertThat(judge(moved(STRANGER_HEALTHY))).isInstanceOfSatisfying(Flagged.class, flagged -> {
            assertThat(flagged.situation()).isEqualTo(Situation.BROKEN_LINK);
            assertThat(flagged.evidence())
                    .anySatisfy(sentence -> assertThat(sentence)
                            .contains("was its own and is another device's now", STRANGER.toString()));
        });
    }

    @Test
    void ofSeveralRecordsOneThatIsStillThereProtects() {
        assertThat(judge(that().signedIn(daysAgo(99))
                        .hasRecord("managed", daysAgo(99))
                        .lostRecord(STRANGER_HEALTHY)
                        .lostRecord(new Moved("", null, "managed", false))
                        .facts()))
                .isInstanceOfSatisfying(
                        LeftOut.class, leftOut -> assertThat(leftOut.detail()).contains("record LAPTOP-1 ("));
    }

    @Test
    void serialNumberUserAndOwnershipAreThoseOfTheLastRecord() {
        DeviceFacts facts = that().isOwnedBy("Unknown")
                .hadRecord("userEnrollment", "Apple", "iPhone")
                .facts();

        assertThat(facts.serialNumber()).isEqualTo("SN-1");
        assertThat(facts.user()).isEqualTo("someone@contoso.example");
        assertThat(facts.ownership()).isEqualTo(org.deviceoffboarding.base.Ownership.CORPORATE);
        assertThat(facts.entra().objectId()).isEqualTo(OBJECT_ID);
    }

    private static final Moved STRANGER_GONE = new Moved("LAPTOP-2", STRANGER, "managed", false);
    private static final Moved STRANGER_LEAVES = new Moved("LAPTOP-2", STRANGER, "wipePending", true);
    private static final Moved STRANGER_HEALTHY = new Moved("LAPTOP-2", STRANGER, "managed", true);

    private static DeviceFacts moved(Moved now) {
        return that().isManaged(true, INTUNE).lostRecord(now).facts();
    }

    private static Kind kind(ADevice device) {
        return Judge.kindOf(device.facts(), RULES);
    }

    private static Judgement judge(DeviceFacts facts) {
        return Judge.judge(facts, RULES, NOW);
    }
}
