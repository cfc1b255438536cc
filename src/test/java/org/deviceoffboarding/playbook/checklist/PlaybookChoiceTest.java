package org.deviceoffboarding.playbook.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.playbook.Stage;
import org.deviceoffboarding.playbook.definition.DefaultPlaybooks;
import org.deviceoffboarding.playbook.definition.Playbook.Key;
import org.deviceoffboarding.playbook.definition.PortalPart;
import org.deviceoffboarding.playbook.definition.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybookChoiceTest {

    private static final JoinTypes JOINED = new JoinTypes(5, 0, 0, 0);
    private static final JoinTypes REGISTERED = new JoinTypes(0, 5, 0, 0);
    private static final JoinTypes HYBRID = new JoinTypes(0, 0, 5, 0);
    private static final JoinTypes UNKNOWN = new JoinTypes(0, 0, 0, 5);
    private static final JoinTypes MOSTLY_REGISTERED = new JoinTypes(1, 9, 0, 0);
    private static final JoinTypes ONE_HYBRID = new JoinTypes(8, 0, 1, 0);

    record Case(Situation situation, Platform platform, Ownership ownership, KindGroup group, JoinTypes joinTypes) {

        PlaybookChoice choice() {
            return PlaybookChoice.of(situation, platform, ownership, group, joinTypes);
        }

        List<Step> steps() {
            return DefaultPlaybooks.get(choice().playbook()).steps(situation, platform);
        }
    }

    private static void forEveryCombination(Consumer<Case> check) {
        for (Situation situation : Situation.values()) {
            for (Platform platform : Platform.values()) {
                for (Ownership ownership : Ownership.values()) {
                    for (KindGroup group : KindGroup.values()) {
                        for (JoinTypes joinTypes :
                                List.of(JOINED, REGISTERED, HYBRID, UNKNOWN, MOSTLY_REGISTERED, ONE_HYBRID)) {
                            check.accept(new Case(situation, platform, ownership, group, joinTypes));
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WINDOWS, CORPORATE, ORDINARY, WINDOWS_JOINED",
        "WINDOWS, PERSONAL, ORDINARY, WINDOWS_JOINED",
        "WINDOWS, CORPORATE, AUTOPILOT, WINDOWS_AUTOPILOT",
        "WINDOWS, CORPORATE, HYBRID, HYBRID",
        "WINDOWS, CORPORATE, CO_MANAGED, WINDOWS_CO_MANAGED",
        "IOS, CORPORATE, ORDINARY, APPLE_CORPORATE",
        "IOS, PERSONAL, ORDINARY, APPLE_PERSONAL",
        "IOS, UNKNOWN, ORDINARY, APPLE_CORPORATE",
        "MACOS, CORPORATE, ORDINARY, APPLE_CORPORATE",
        "MACOS, PERSONAL, ORDINARY, APPLE_PERSONAL",
        "ANDROID, PERSONAL, ORDINARY, ANDROID_PERSONAL",
        "ANDROID, CORPORATE, ORDINARY, ANDROID_CORPORATE",
        "ANDROID, UNKNOWN, ORDINARY, ANDROID_CORPORATE",
        "LINUX, CORPORATE, ORDINARY, LINUX",
        "OTHER, UNKNOWN, ORDINARY, OTHER",
        "OTHER, UNKNOWN, AUTOPILOT, WINDOWS_AUTOPILOT",
        "MACOS, CORPORATE, HYBRID, HYBRID"
    })
    void eachSortOfDeviceHasItsPlaybook(Platform platform, Ownership ownership, KindGroup group, Key expected) {
        for (Situation situation : Set.of(Situation.REMOVED_FROM_INTUNE, Situation.SILENT_EVERYWHERE)) {
            assertThat(PlaybookChoice.of(situation, platform, ownership, group, JOINED)
                            .playbook())
                    .isEqualTo(expected);
        }
    }

    @Test
    void onlyWhereAllAreRegisteredTheStepsAreThoseForRegisteredDevices() {
        assertThat(windows(REGISTERED).playbook()).isEqualTo(Key.WINDOWS_REGISTERED);
        assertThat(windows(MOSTLY_REGISTERED).playbook()).isEqualTo(Key.WINDOWS_JOINED);
        assertThat(windows(UNKNOWN).playbook()).isEqualTo(Key.WINDOWS_JOINED);
        assertThat(windows(new JoinTypes(0, 4, 0, 1)).playbook()).isEqualTo(Key.WINDOWS_JOINED);
    }

    @Test
    void devicesThatDifferFromTheOthersAreNamed() {
        assertThat(windows(MOSTLY_REGISTERED).notes())
                .singleElement()
                .asString()
                .startsWith("9 of 10 devices are only registered");
        assertThat(windows(new JoinTypes(3, 0, 0, 1)).notes())
                .singleElement()
                .asString()
                .startsWith("1 of 4 devices is without a join type");
        assertThat(windows(JOINED).notes()).isEmpty();
    }

    @Test
    void anOwnershipThatIsNotKnownIsSaid() {
        assertThat(PlaybookChoice.of(
                                Situation.BROKEN_LINK,
                                Platform.ANDROID,
                                Ownership.UNKNOWN,
                                KindGroup.ORDINARY,
                                REGISTERED)
                        .notes())
                .singleElement()
                .asString()
                .contains("not known", "devices of the organisation");
    }

    @Test
    void everyCombinationBeginsWithTheListAndEndsWithALookAround() {
        forEveryCombination(each -> {
            List<Step> steps = each.steps();

            assertThat(steps.getFirst().stage()).isEqualTo(Stage.LIST);
            assertThat(steps.getLast().stage()).isEqualTo(Stage.VERIFY);
            assertThat(steps).extracting(Step::stage).isSorted();
        });
    }

    @Test
    void whatIsSynchronisedFromOnPremisesIsNeverDisabledOrDeletedInEntra() {
        forEveryCombination(each -> {
            if (each.group() == KindGroup.HYBRID || each.joinTypes().hybrid() > 0) {
                assertThat(each.steps())
                        .noneMatch(step -> step.portal() == PortalPart.DELETE || step.portal() == PortalPart.DISABLE)
                        .anyMatch(step -> step.key().equals("delete-on-premises"));
            } else {
                assertThat(each.steps()).noneMatch(step -> step.key().contains("on-premises"));
            }
        });
    }

    @Test
    void whatIsRegisteredWithAutopilotIsNeverDeletedByHand() {
        forEveryCombination(each -> {
            boolean autopilot = each.group() == KindGroup.AUTOPILOT || each.situation() == Situation.AUTOPILOT_LEFTOVER;
            if (autopilot && each.choice().playbook() != Key.HYBRID) {
                assertThat(each.steps()).noneMatch(step -> step.stage() == Stage.DELETE);
            }
            if (autopilot) {
                assertThat(each.steps()).anyMatch(step -> step.key().startsWith("autopilot-"));
            }
        });
    }

    @Test
    void nothingIsDeletedThatWasNotDisabledAndGivenTime() {
        forEveryCombination(each -> {
            List<Stage> stages = each.steps().stream().map(Step::stage).toList();
            if (stages.contains(Stage.DELETE) && each.situation() != Situation.READY_TO_DELETE) {
                assertThat(stages).containsSubsequence(Stage.DISABLE, Stage.GRACE, Stage.DELETE, Stage.VERIFY);
            }
            if (each.situation() == Situation.READY_TO_DELETE) {
                assertThat(stages).doesNotContain(Stage.DISABLE, Stage.GRACE);
            }
        });
    }

    @Test
    void aSilentDeviceIsAskedAfterBeforeAnythingIsTaken() {
        forEveryCombination(each -> {
            boolean silent = each.situation() == Situation.SILENT_EVERYWHERE
                    || each.situation() == Situation.SILENT_AND_UNMANAGED;

            assertThat(each.steps().stream().anyMatch(step -> step.stage() == Stage.ASK))
                    .isEqualTo(silent);
            assertThat(each.steps().stream().anyMatch(step -> step.key().equals("retire")))
                    .isEqualTo(each.situation() == Situation.SILENT_EVERYWHERE);
        });
    }

    @Test
    void stepsOfOneVendorAreNotForDevicesOfAnother() {
        forEveryCombination(each -> {
            boolean windows = Set.of(
                            Key.WINDOWS_JOINED,
                            Key.WINDOWS_REGISTERED,
                            Key.WINDOWS_AUTOPILOT,
                            Key.WINDOWS_CO_MANAGED,
                            Key.HYBRID)
                    .contains(each.choice().playbook());
            List<String> keys = each.steps().stream().map(Step::key).toList();

            assertThat(keys.stream().anyMatch(key -> key.startsWith("apple-")))
                    .isEqualTo(each.choice().playbook() == Key.APPLE_CORPORATE);
            assertThat(keys.contains("android-enrolment"))
                    .isEqualTo(each.choice().playbook() == Key.ANDROID_CORPORATE);
            assertThat(each.steps().stream().anyMatch(step -> step.portal() == PortalPart.KEY_CHECK))
                    .isEqualTo(windows);
            assertThat(keys.contains("keys-mac"))
                    .isEqualTo(each.choice().playbook() == Key.APPLE_CORPORATE && each.platform() == Platform.MACOS);
        });
    }

    private static PlaybookChoice windows(JoinTypes joinTypes) {
        return PlaybookChoice.of(
                Situation.REMOVED_FROM_INTUNE, Platform.WINDOWS, Ownership.PERSONAL, KindGroup.ORDINARY, joinTypes);
    }
}
