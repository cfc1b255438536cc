package org.deviceoffboarding.playbook.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Arrays;
import java.util.List;
import org.deviceoffboarding.playbook.Stage;
import org.deviceoffboarding.playbook.definition.Playbook.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlaybookDefaultsTest {

    private final PlaybookDefaults defaults = new PlaybookDefaults();

    @ParameterizedTest
    @EnumSource(Key.class)
    void everyStepSaysWhatWhyHowAndWho(Key key) {
        assertThat(defaults.get(key).steps()).isNotEmpty().allSatisfy(step -> {
            assertThat(List.of(step.title(), step.why(), step.how(), step.role()))
                    .doesNotContain("");
            assertThat(step.link() == null || "https".equals(step.link().getScheme()))
                    .isTrue();
            assertThat(step.situations()).isNotEmpty();
            assertThat(step.platforms()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(Key.class)
    void noStepStandsTwiceInAPlaybook(Key key) {
        assertThat(defaults.get(key).steps()).extracting(Step::key).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Key.class)
    void everyDefaultKeepsToTheRulesThatOwnersHaveToKeepTo(Key key) {
        Playbook playbook = defaults.get(key);

        assertThatNoException()
                .isThrownBy(() -> StepRules.applied(
                        playbook, playbook.steps().stream().map(StepEdit::of).toList()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                WINDOWS_JOINED     | LIST ASK KEYS SECURITY INTUNE INTUNE DISABLE GRACE DELETE VERIFY
                WINDOWS_REGISTERED | LIST ASK KEYS INTUNE INTUNE DISABLE GRACE DELETE VERIFY
                WINDOWS_AUTOPILOT  | LIST ASK KEYS SECURITY INTUNE INTUNE INTUNE ENROLMENT VERIFY
                WINDOWS_CO_MANAGED | LIST ASK KEYS SECURITY INTUNE INTUNE INTUNE INTUNE DISABLE GRACE DELETE VERIFY
                HYBRID             | LIST ASK KEYS SECURITY INTUNE INTUNE INTUNE INTUNE ENROLMENT DISABLE GRACE DELETE VERIFY VERIFY
                APPLE_CORPORATE    | LIST ASK KEYS SECURITY SECURITY INTUNE INTUNE UNLOCK ENROLMENT DISABLE GRACE DELETE VERIFY
                APPLE_PERSONAL     | LIST ASK SECURITY SECURITY INTUNE INTUNE DISABLE GRACE DELETE VERIFY
                ANDROID_CORPORATE  | LIST ASK SECURITY INTUNE INTUNE UNLOCK ENROLMENT DISABLE GRACE DELETE VERIFY
                ANDROID_PERSONAL   | LIST ASK SECURITY INTUNE INTUNE DISABLE GRACE DELETE VERIFY
                LINUX              | LIST ASK SECURITY INTUNE INTUNE DISABLE GRACE DELETE VERIFY
                OTHER              | LIST ASK KEYS INTUNE INTUNE DISABLE GRACE DELETE VERIFY
                LOST_OR_STOLEN     | INTUNE DISABLE VERIFY
                CO_MANAGED         | INTUNE INTUNE
                """)
    void thePlaybooksAreInTheOrderThatWasAgreed(Key key, String stages) {
        assertThat(defaults.get(key).steps())
                .extracting(Step::stage)
                .containsExactlyElementsOf(
                        Arrays.stream(stages.split(" ")).map(Stage::valueOf).toList());
    }

    @Test
    void theConfigurationManagerClientGoesBeforeItsRecordAndBothBeforeTheDeviceIsDisabled() {
        List<Step> steps = defaults.get(Key.WINDOWS_CO_MANAGED).steps();

        assertThat(steps.stream().filter(Step::required).map(Step::key))
                .containsSubsequence("co-managed-client", "co-managed-record", "disable", "delete");
    }

    @Test
    void whatCannotBeTakenBackIsRequired() {
        for (Key key : List.of(
                Key.WINDOWS_JOINED, Key.WINDOWS_CO_MANAGED, Key.APPLE_CORPORATE, Key.ANDROID_CORPORATE, Key.HYBRID)) {
            assertThat(defaults.get(key).steps())
                    .filteredOn(step -> List.of(Stage.LIST, Stage.KEYS, Stage.UNLOCK, Stage.DISABLE, Stage.GRACE)
                            .contains(step.stage()))
                    .allMatch(Step::required);
        }
    }
}
