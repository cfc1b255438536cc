package org.deviceoffboarding.playbook.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.playbook.Stage;
import org.deviceoffboarding.playbook.definition.Playbook.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepRulesTest {

    private static final PlaybookDefaults DEFAULTS = new PlaybookDefaults();

    private final Playbook playbook = DEFAULTS.get(Key.WINDOWS_JOINED);

    @Test
    void wordsLinksAndRequirementsCanBeChanged() {
        List<StepEdit> edits = changed(
                "list",
                edit -> new StepEdit("list", "Get the list", "Why", "How", "http://intranet.example/list", false));

        Step step = StepRules.applied(playbook, edits).getFirst();

        assertThat(StepEdit.of(step))
                .isEqualTo(new StepEdit("list", "Get the list", "Why", "How", "http://intranet.example/list", false));
        assertThat(step.stage()).isEqualTo(Stage.LIST);
        assertThat(step.portal()).isEqualTo(PortalPart.DOWNLOAD);
    }

    @Test
    void stepsThatDoNotDependOnEachOtherCanChangePlaces() {
        assertThat(StepRules.applied(playbook, swapped("defender-windows", "check-link")))
                .extracting(Step::key)
                .containsSubsequence("check-link", "defender-windows");
    }

    @ParameterizedTest
    @CsvSource({
        "WINDOWS_JOINED, list, ask-owner",
        "WINDOWS_JOINED, keys-windows, disable",
        "WINDOWS_JOINED, keys-windows, retire",
        "WINDOWS_JOINED, disable, grace",
        "WINDOWS_JOINED, grace, delete",
        "WINDOWS_JOINED, delete, verify",
        "WINDOWS_AUTOPILOT, autopilot-record-gone, autopilot-gone",
        "WINDOWS_AUTOPILOT, autopilot-deregister, autopilot-gone",
        "APPLE_CORPORATE, activation-lock, apple-release",
        "ANDROID_CORPORATE, android-enrolment, delete",
        "HYBRID, disable-on-premises, delete-on-premises"
    })
    void anOrderThatWouldHarmIsRefusedAndNamed(Key key, String first, String second) {
        Playbook of = DEFAULTS.get(key);

        assertThatExceptionOfType(PlaybookRefusedException.class)
                .isThrownBy(() -> StepRules.applied(of, swapped(of, first, second)))
                .satisfies(e -> assertThat(e.sentence()).contains("has to stand before", "Move it up"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://example.com",
                "//example.com",
                "example.com",
                "https://",
                "https:///path",
                "https://a b",
                "https:"
            })
    void onlyWebAddressesAreLinks(String link) {
        assertRefused(
                changed("list", edit -> new StepEdit("list", "List", "", "", link, true)),
                "no web address",
                "https://");
    }

    @Test
    void aStepNeedsATitleOfReasonableLength() {
        assertRefused(changed("list", edit -> new StepEdit("list", " ", "", "", "", true)), "has no title");
        assertRefused(
                changed("list", edit -> new StepEdit("list", "x".repeat(201), "", "", "", true)), "too long", "201");
        assertRefused(
                changed("list", edit -> new StepEdit("list", "x", "y".repeat(4001), "", "", true)),
                "too long",
                "4,001");
    }

    @Test
    void noStepIsLostOrDoubled() {
        List<StepEdit> edits = changed("list", UnaryOperator.identity());

        assertRefused(edits.subList(1, edits.size()), "not those that you changed");
        List<StepEdit> doubled = new ArrayList<>(edits);
        doubled.add(edits.getFirst());
        assertRefused(doubled, "not those that you changed");
    }

    @Test
    void aStepThatThePortalGetsLaterAppearsInChangedPlaybooksToo() {
        List<Step> now = playbook.steps();
        List<StepEdit> earlier = new ArrayList<>(swapped("defender-windows", "check-link"));
        earlier.removeIf(edit -> edit.key().equals("grace") || edit.key().equals("list"));
        earlier.add(new StepEdit("no-longer-there", "Old", "", "", "", true));

        assertThat(PlaybookLibrary.merged(now, earlier))
                .extracting(Step::key)
                .containsExactly(
                        "list",
                        "ask-owner",
                        "keys-windows",
                        "check-link",
                        "defender-windows",
                        "retire",
                        "disable",
                        "grace",
                        "delete",
                        "verify");
    }

    @Test
    void theDifferenceIsSaidInWords() {
        List<Step> after = StepRules.applied(
                playbook, changed("list", edit -> new StepEdit("list", "Get the list", edit.why(), "Else", "", false)));

        assertThat(StepDifference.between(playbook.steps(), after))
                .isEqualTo("“Download the device list” (now called “Get the list”, how, no longer required).");
    }

    private void assertRefused(List<StepEdit> edits, String... words) {
        assertThatExceptionOfType(PlaybookRefusedException.class)
                .isThrownBy(() -> StepRules.applied(playbook, edits))
                .satisfies(e -> assertThat(e.sentence()).contains(words));
    }

    private List<StepEdit> changed(String key, UnaryOperator<StepEdit> change) {
        return playbook.steps().stream()
                .map(StepEdit::of)
                .map(edit -> edit.key().equals(key) ? change.apply(edit) : edit)
                .toList();
    }

    private List<StepEdit> swapped(String first, String second) {
        return swapped(playbook, first, second);
    }

    private static List<StepEdit> swapped(Playbook playbook, String first, String second) {
        List<StepEdit> edits =
                new ArrayList<>(playbook.steps().stream().map(StepEdit::of).toList());
        List<String> keys = edits.stream().map(StepEdit::key).toList();
        Collections.swap(edits, keys.indexOf(first), keys.indexOf(second));
        return edits;
    }
}
