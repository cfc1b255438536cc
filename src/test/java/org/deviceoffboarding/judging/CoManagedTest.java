package org.deviceoffboarding.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.DELETE;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.GONE;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.WIPE;
import static org.deviceoffboarding.judging.ADevice.CONFIGURATION_MANAGER;
import static org.deviceoffboarding.judging.ADevice.DEVICE_ID;
import static org.deviceoffboarding.judging.ADevice.INTUNE;
import static org.deviceoffboarding.judging.ADevice.INTUNE_ID;
import static org.deviceoffboarding.judging.ADevice.NOW;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import java.util.Locale;
import java.util.UUID;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Judgement.LeftOut;
import org.deviceoffboarding.judging.Judgement.NotFlagged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Configuration Manager manages, beside Intune or alone, and what other MDMs manage. */
class CoManagedTest {

    private static final JudgingRules RULES = JudgingRules.defaults();

    @Test
    void oneThatLeftIntuneIsJudgedLikeAnyOther() {
        for (ADevice device : new ADevice[] {
            coManaged().was(WIPE, daysAgo(3)),
            coManaged().hadRecord(null, null, null).was(GONE, daysAgo(3)),
            that().isManaged(false, CONFIGURATION_MANAGER).was(DELETE, daysAgo(3))
        }) {
            assertThat(judge(device)).isInstanceOfSatisfying(Flagged.class, flagged -> {
                assertThat(flagged.situation()).isEqualTo(Situation.REMOVED_FROM_INTUNE);
                assertThat(flagged.kind()).isEqualTo(Kind.CO_MANAGED);
                assertThat(flagged.evidence())
                        .contains("Entra says that Configuration Manager manages it, beside Intune.")
                        .noneMatch(sentence -> sentence.contains("opted in"));
            });
        }
    }

    @Test
    void oneThatIntuneKnewAndNothingExplainsHasABrokenLink() {
        for (ADevice device : new ADevice[] {
            coManaged().hadRecord(null, null, null), coManaged().was(WIPE, daysAgo(3), false, DEVICE_ID)
        }) {
            assertThat(judge(device)).isInstanceOfSatisfying(Flagged.class, flagged -> {
                assertThat(flagged.situation()).isEqualTo(Situation.BROKEN_LINK);
                assertThat(flagged.kind()).isEqualTo(Kind.CO_MANAGED);
            });
        }
    }

    @Test
    void oneWithARecordIsWellUntilItIsSilent() {
        assertThat(judge(coManaged().isInIntune())).isInstanceOf(NotFlagged.class);
        assertThat(judge(coManaged().hasRecord("managed", daysAgo(91)).signedIn(daysAgo(91))))
                .isInstanceOfSatisfying(Flagged.class, flagged -> {
                    assertThat(flagged.situation()).isEqualTo(Situation.SILENT_EVERYWHERE);
                    assertThat(flagged.kind()).isEqualTo(Kind.CO_MANAGED);
                });
    }

    @Test
    void oneThatIntuneNeverHadARecordOfIsLeftOutByName() {
        for (ADevice device : new ADevice[] {coManaged(), coManaged().signedIn(daysAgo(200))}) {
            assertThat(judge(device)).isInstanceOfSatisfying(LeftOut.class, leftOut -> {
                assertThat(leftOut.reason()).isEqualTo(LeftOutReason.OTHER_MDM);
                assertThat(leftOut.detail())
                        .contains("Configuration Manager", CONFIGURATION_MANAGER, "never had a record of it");
            });
        }
    }

    @Test
    void theNumberIsKnownHoweverItIsWritten() {
        ADevice device = that().isManaged(true, " " + CONFIGURATION_MANAGER.toUpperCase(Locale.ROOT))
                .was(WIPE, daysAgo(3));

        assertThat(kind(device)).isEqualTo(Kind.CO_MANAGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"configurationManagerClient", "configurationManagerClientMdm", "ConfigurationManagerClientMdmEas"
            })
    void intunesAgentTellsItTooAndIsRememberedWhenTheRecordIsGone(String agent) {
        assertThat(kind(that().isManaged(true, INTUNE).isManagedThrough(agent).isInIntune()))
                .isEqualTo(Kind.CO_MANAGED);

        assertThat(judge(that().isManaged(true, INTUNE)
                        .isManagedThrough(agent)
                        .hadRecord(null, null, null)
                        .was(WIPE, daysAgo(3))))
                .isInstanceOfSatisfying(Flagged.class, flagged -> {
                    assertThat(flagged.kind()).isEqualTo(Kind.CO_MANAGED);
                    assertThat(flagged.evidence())
                            .contains(
                                    "Entra says that Intune manages it.",
                                    "Intune says that Configuration Manager manages it, too.");
                });
    }

    @Test
    void oneThatIntuneManagesAloneNowIsOrdinary() {
        assertThat(kind(that().isManagedThrough("configurationManagerClientMdm")
                        .hadRecord(null, null, null)
                        .isManagedThrough("mdm")
                        .isInIntune()))
                .isEqualTo(Kind.ORDINARY);
    }

    @Test
    void hybridProtectedAndAutopilotKindsComeFirst() {
        assertThat(kind(coManaged().isJoined("ServerAd"))).isEqualTo(Kind.HYBRID);
        assertThat(kind(coManaged().hasProfile("Shared"))).isEqualTo(Kind.SHARED);
        assertThat(kind(coManaged().isRegistered(INTUNE_ID))).isEqualTo(Kind.AUTOPILOT);
    }

    @Test
    void oneThatThisPortalDisabledIsDeletedAfterItsGracePeriodLikeAnOrdinaryOne() {
        ADevice disabled =
                coManaged().was(WIPE, daysAgo(60)).signedIn(daysAgo(200)).wasDisabledByPortal(daysAgo(31));
        assertThat(judge(disabled)).isInstanceOfSatisfying(Flagged.class, flagged -> {
            assertThat(flagged.situation()).isEqualTo(Situation.READY_TO_DELETE);
            assertThat(flagged.kind()).isEqualTo(Kind.CO_MANAGED);
        });
        assertThat(Deletable.refusal(disabled.facts(), RULES, NOW)).isNull();

        ADevice waiting =
                coManaged().was(WIPE, daysAgo(60)).signedIn(daysAgo(200)).wasDisabledByPortal(daysAgo(29));
        assertThat(Deletable.refusal(waiting.facts(), RULES, NOW)).contains("grace period is not over");
    }

    @Test
    void otherMdmsThatAreWellKnownAreCalledByNameAndOthersByNumber() {
        String stranger = UUID.randomUUID().toString();

        assertThat(detail(that().isManaged(true, "7ADD3ECD-5b01-452e-b4bf-cdaf9df1d097")))
                .contains("another MDM", "Basic Mobility and Security", "7add3ecd-5b01-452e-b4bf-cdaf9df1d097");
        assertThat(detail(that().isManaged(true, stranger)))
                .isEqualTo("Entra says that another MDM manages it (application " + stranger + ").");
    }

    private static ADevice coManaged() {
        return that().isManaged(true, CONFIGURATION_MANAGER);
    }

    private static Judgement judge(ADevice device) {
        return Judge.judge(device.facts(), RULES, NOW);
    }

    private static Kind kind(ADevice device) {
        return Judge.kindOf(device.facts(), RULES);
    }

    private static String detail(ADevice device) {
        return ((LeftOut) judge(device)).detail();
    }
}
