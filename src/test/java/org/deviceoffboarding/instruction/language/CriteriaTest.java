package org.deviceoffboarding.instruction.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.instruction.language.ASubject.device;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CriteriaTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:12:00Z");

    @Test
    void anyOfTheThreeIdsCounts() {
        for (UUID id : List.of(ASubject.OBJECT_ID, ASubject.DEVICE_ID, ASubject.INTUNE_ID)) {
            assertThat(leavesOut("Exclude devices with IDs " + id, device())).isTrue();
            assertThat(leavesOut("Include only devices with IDs " + id, device()))
                    .isFalse();
        }
        assertThat(leavesOut("Exclude devices with IDs " + new UUID(4, 4), device()))
                .isFalse();
    }

    @Test
    void tenThousandIdsAreAllFoundAndNoOther() {
        String ids = LongStream.range(0, 10_000)
                .mapToObj(i -> new UUID(7, i + 1).toString())
                .collect(Collectors.joining("\n"));
        Criteria criteria = criteria("Exclude devices with IDs\n" + ids);

        for (long i = 1; i <= 10_000; i++) {
            assertThat(criteria.leavingOut(identified(new UUID(7, i)))).isNotNull();
        }
        assertThat(criteria.leavingOut(identified(new UUID(7, 10_001)))).isNull();
        assertThat(criteria.leavingOut(identified(new UUID(8, 1)))).isNull();
    }

    @Test
    void aDayIsAWholeDayInUtc() {
        Instant begins = Instant.parse("2026-03-01T00:00:00Z");
        Instant ends = Instant.parse("2026-03-02T00:00:00Z");

        assertThat(boundary("after 1 March 2026", ends)).isEqualTo("lower bound");
        assertThat(boundary("on or after 1 March 2026", begins)).isEqualTo("lower bound");
        assertThat(boundary("before 1 March 2026", begins)).isEqualTo("upper bound");
        assertThat(boundary("on or before 1 March 2026", ends)).isEqualTo("upper bound");
    }

    @Test
    void agesAreExact() {
        Instant limit = Instant.parse("2026-08-25T09:12:00Z");

        assertThat(boundary("on or after 90 days ago", limit)).isEqualTo("lower bound");
        assertThat(boundary("before 90 days ago", limit)).isEqualTo("upper bound");
        assertThat(boundary("after 90 days ago", limit.plusNanos(1))).isEqualTo("lower bound");
        assertThat(boundary("before 3 months ago", Instant.parse("2026-08-23T09:12:00Z")))
                .isEqualTo("upper bound");
    }

    @Test
    void lastActivityIsTheLaterOfTheTwoAndUnknownIsNeither() {
        Instant old = Instant.parse("2026-01-01T00:00:00Z");
        Instant fresh = Instant.parse("2026-11-01T00:00:00Z");
        String before = "Exclude devices with last activity before 1 March 2026";

        assertThat(leavesOut(before, device().signedIn(old).synced(old))).isTrue();
        assertThat(leavesOut(before, device().signedIn(old).synced(fresh))).isFalse();
        assertThat(leavesOut(before, device().signedIn(fresh).synced(old))).isFalse();
        assertThat(leavesOut(before, device().synced(old))).isTrue();
        assertThat(leavesOut(before, device())).isFalse();
        assertThat(leavesOut("Exclude devices with last activity after 1 March 2026", device()))
                .isFalse();
        assertThat(leavesOut("Include only devices with last activity before 1 March 2026", device()))
                .isTrue();
    }

    @Test
    void theOlderSentencesGoByEntrasTimeAlone() {
        Instant fresh = Instant.parse("2026-11-20T00:00:00Z");
        String sentence = "exclude if inactive in Entra for less than 30 days";

        assertThat(leavesOut(sentence, device().signedIn(fresh))).isTrue();
        assertThat(leavesOut(sentence, device().synced(fresh))).isFalse();
    }

    @Test
    void textsMatchWithoutRegardToCaseOrAFullStopAtTheEnd() {
        ASubject dell =
                device().has(ConditionType.NAME, "vip-anna", "Änne").has(ConditionType.MANUFACTURER, "Dell Inc.");

        assertThat(leavesOut("Exclude devices with names matching VIP-*", dell)).isTrue();
        assertThat(leavesOut("Exclude devices with names matching VIP", dell)).isFalse();
        assertThat(leavesOut("Exclude devices with names matching *AN?A", dell)).isTrue();
        assertThat(leavesOut("Exclude devices with names matching äNNE", dell)).isTrue();
        assertThat(leavesOut("Exclude devices with manufacturer \"dell inc\"", dell))
                .isTrue();
        assertThat(leavesOut("Exclude devices with manufacturer dell", dell)).isFalse();
        assertThat(leavesOut("Exclude devices with model *e*", dell)).isFalse();
    }

    @Test
    void groupsAreAskedForAsTheyAreWritten() {
        assertThat(leavesOut("Exclude devices in group \"Top 10\"", device().in("Top 10")))
                .isTrue();
        assertThat(leavesOut("Exclude devices in group \"Top 9\"", device().in("Top 10")))
                .isFalse();
    }

    @Test
    void allConditionsOfOneSentenceMustHold() {
        String sentence = "Exclude personal iOS devices";

        assertThat(leavesOut(sentence, device().is(Choice.PERSONAL).is(Choice.IOS)))
                .isTrue();
        assertThat(leavesOut(sentence, device().is(Choice.PERSONAL).is(Choice.ANDROID)))
                .isFalse();
        assertThat(leavesOut(sentence, device().is(Choice.IOS))).isFalse();
    }

    @Test
    void severalOfOneSortAddUpAndDifferentSortsNarrowDown() {
        String text = """
                Include only devices with platform iOS
                Include only devices with platform Android
                Include only devices with ownership personal
                """;

        assertThat(leavesOut(text, device().is(Choice.IOS).is(Choice.PERSONAL))).isFalse();
        assertThat(leavesOut(text, device().is(Choice.ANDROID).is(Choice.PERSONAL)))
                .isFalse();
        assertThat(leavingOut(text, device().is(Choice.IOS).is(Choice.CORPORATE)))
                .isEqualTo("Include only devices with ownership personal");
        assertThat(leavingOut(text, device().is(Choice.WINDOWS).is(Choice.PERSONAL)))
                .isEqualTo("Include only devices with platform iOS/iPadOS");
    }

    @Test
    void afterAndBeforeTogetherAreASpanOfTime() {
        String text = """
                Include only devices with last activity after 1 January 2026
                Include only devices with last activity before 1 March 2026
                """;

        assertThat(leavesOut(text, device().signedIn(Instant.parse("2026-02-01T00:00:00Z"))))
                .isFalse();
        assertThat(leavesOut(text, device().signedIn(Instant.parse("2026-04-01T00:00:00Z"))))
                .isTrue();
        assertThat(leavesOut(text, device().signedIn(Instant.parse("2025-04-01T00:00:00Z"))))
                .isTrue();
    }

    @Test
    void exclusionsWinOverInclusionsAndTheFirstOfThemIsNamed() {
        String text = """
                Include only devices with platform iOS
                Exclude devices with names matching LAPTOP-*
                Exclude devices with ownership personal
                """;

        assertThat(leavingOut(text, device().is(Choice.IOS).is(Choice.PERSONAL)))
                .isEqualTo("Exclude devices with names matching LAPTOP-*");
        assertThat(leavingOut(text, device().is(Choice.MACOS).is(Choice.PERSONAL)))
                .isEqualTo("Exclude devices with names matching LAPTOP-*");
        assertThat(leavingOut(text, device().is(Choice.IOS).has(ConditionType.NAME, "X")))
                .isNull();
    }

    @Test
    void withoutInstructionsNothingIsLeftOut() {
        assertThat(leavesOut("", device())).isFalse();
    }

    /** Says on which side of an instant a comparison holds. */
    private static String boundary(String comparison, Instant at) {
        String sentence = "Exclude devices with last activity " + comparison;
        boolean justBefore = leavesOut(sentence, device().signedIn(at.minusNanos(1)));
        boolean from = leavesOut(sentence, device().signedIn(at));
        return justBefore == from ? "no bound" : from ? "lower bound" : "upper bound";
    }

    private static ASubject identified(UUID id) {
        return new ASubject(
                id, null, List.of(), null, null, java.util.Map.of(), java.util.Map.of(), java.util.Set.of());
    }

    private static boolean leavesOut(String text, Subject device) {
        return leavingOut(text, device) != null;
    }

    private static @Nullable String leavingOut(String text, Subject device) {
        Instruction instruction = criteria(text).leavingOut(device);
        return instruction == null ? null : instruction.canonical();
    }

    private static Criteria criteria(String text) {
        InstructionText read = InstructionText.parse(text);
        assertThat(read.problems()).isEmpty();
        return Criteria.of(read.instructions(), NOW, ZoneOffset.UTC);
    }
}
