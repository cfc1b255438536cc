package org.deviceoffboarding.instruction.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.instruction.language.ASubject.device;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The six sentences of the retired agent's earlier documentation. */
class OlderSentencesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:12:00Z");
    private static final String ID = "8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Exclude from all recommendations if device has been inactive in Entra for less than 45 days",
                "exclude from all recommendations if device has been inactive in Entra for less than [45] days.",
                "Exclude from all recommendations if the device was inactive in Microsoft Entra for fewer than 45 days",
                "Exclude from recommendations if devices have been inactive in Entra ID for less than 45 days",
                "Exclude from recommendation when a device is inactive in Entra for under 45 days",
                "Exclude if inactive in Entra for less than 45 days from all recommendations",
                "Exclude devices from all recommendations if they have been inactive in Entra for less than 45 days"
            })
    void whoHasBeenInactiveForLessThanSomeDaysWasActiveAfterThemSoThatIsExcluded(String sentence) {
        assertThat(canonical(sentence))
                .containsExactly("Exclude devices with last activity in Entra after 45 days ago");
    }

    @Test
    void oneDayIsADayAndWeeksAreSevenOfThem() {
        assertThat(canonical(
                        "Exclude from all recommendations if device has been inactive in Entra for less than 1 day"))
                .containsExactly("Exclude devices with last activity in Entra after 1 day ago");
        assertThat(canonical(
                        "Exclude from all recommendations if device has been inactive in Entra for less than a day"))
                .containsExactly("Exclude devices with last activity in Entra after 1 day ago");
        assertThat(canonical(
                        "Exclude from all recommendations if device has been inactive in Entra for less than 6 weeks"))
                .containsExactly("Exclude devices with last activity in Entra after 42 days ago");
    }

    @Test
    void whatIsExcludedByInactivityInEntraGoesByEntrasClockAndNeedsATimeThatIsKnown() {
        String sentence = "Exclude from all recommendations if device has been inactive in Entra for less than 45 days";

        assertThat(leavesOut(sentence, device().signedIn(daysAgo(44)).synced(daysAgo(90))))
                .isTrue();
        assertThat(leavesOut(sentence, device().signedIn(daysAgo(45)))).isFalse();
        assertThat(leavesOut(sentence, device().signedIn(daysAgo(90)).synced(daysAgo(1))))
                .isFalse();
        assertThat(leavesOut(sentence, device())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Include in all recommendations if device has been active in Entra more than 45 days ago",
                "include in all recommendations if the device was active in Microsoft Entra more than [45] days ago.",
                "Include in recommendations if devices have been active in Entra over 45 days ago",
                "Include if last active in Entra more than 45 days ago",
                "Include if active in Entra more than 45 days ago in all recommendations"
            })
    void aConditionForBeingIncludedLeavesOutWhatDoesNotMeetItSinceNoInstructionCanAddDevices(String sentence) {
        assertThat(canonical(sentence))
                .containsExactly("Include only devices with last activity in Entra before 45 days ago");
    }

    @Test
    void whatIsIncludedByActivityInEntraIsTheCounterpartOfWhatIsExcluded() {
        String include = "Include in all recommendations if device has been active in Entra more than 45 days ago";
        String exclude = "Exclude from all recommendations if device has been inactive in Entra for less than 45 days";

        for (int days : List.of(1, 44, 46, 90)) {
            ASubject device = device().signedIn(daysAgo(days)).synced(daysAgo(1));
            assertThat(leavesOut(include, device)).as(days + " days").isEqualTo(leavesOut(exclude, device));
        }
        assertThat(leavesOut(include, device())).isTrue();
    }

    @Test
    void devicesAreExcludedOrAloneIncludedByTheirIds() {
        assertThat(canonical("Exclude [" + ID + "] from all recommendations"))
                .containsExactly("Exclude devices with IDs " + ID);
        assertThat(canonical("Exclude device " + ID + " from all recommendations"))
                .containsExactly("Exclude devices with IDs " + ID);
        assertThat(canonical("Include only [" + ID + "] in recommendations"))
                .containsExactly("Include only devices with IDs " + ID);
        assertThat(canonical("Include only [" + ID + "] in recommendation"))
                .containsExactly("Include only devices with IDs " + ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Include [" + ID + "] in all recommendations",
                "Include " + ID + " in recommendations",
                "Include devices with IDs " + ID + " in all recommendations",
                "Include [ID] in all recommendations"
            })
    void toIncludeADeviceIsRefusedByNameSinceIncludeOnlyStandsBesideItAndMeansSomethingElse(String sentence) {
        assertRefused(sentence, "“Include [ID] in all recommendations” has no meaning here", "Include only [ID]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Exclude [" + ID + "] from recommendation if retired is true",
                "Exclude " + ID + " from recommendations if retired is true",
                "Exclude " + ID + " from all recommendations if the device is retired",
                "Exclude from recommendation if retired is true",
                "Exclude retired devices"
            })
    void retiredIsRefusedByNameSinceLeavingItOutOrTakingRemovedForItWouldReachFurther(String sentence) {
        assertRefused(sentence, "“retired” has no meaning here", "with situation removed from Intune");
    }

    @Test
    void whatARefusalSaysToWriteInsteadIsUnderstood() {
        assertThat(canonical("Exclude devices with IDs " + ID + " and with situation removed from Intune"))
                .containsExactly("Exclude devices with IDs " + ID + " and with situation removed from Intune");
    }

    private static void assertRefused(String sentence, String reason, String instead) {
        assertThat(InstructionText.parse(sentence).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains(reason, instead))
                .satisfies(problem -> assertThat(DidYouMean.nearest(problem)).isEmpty());
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static boolean leavesOut(String text, Subject device) {
        return Criteria.of(InstructionText.parse(text).instructions(), NOW, ZoneOffset.UTC)
                        .leavingOut(device)
                != null;
    }

    private static List<String> canonical(String text) {
        InstructionText read = InstructionText.parse(text);
        assertThat(read.problems()).isEmpty();
        return read.instructions().stream().map(Instruction::canonical).toList();
    }
}
