package org.deviceoffboarding.evaluation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.junit.jupiter.api.Test;

class RuleSettingTest {

    private static final JudgingRules ALL_OTHERS = JudgingRules.defaults()
            .withLookBack(Duration.ofDays(60))
            .withSilentAfter(Duration.ofDays(120))
            .withGracePeriod(Duration.ofDays(45))
            .withGracePeriods(Map.of(Platform.IOS, Duration.ofDays(90)))
            .withSituations(EnumSet.of(Situation.BROKEN_LINK))
            .withOptedIn(Set.of(Kind.PRINTER))
            .withTeamsPhones(List.of("Yealink"));

    @Test
    void eachTellsOfItsOwnChangeAndOfNoOther() {
        SavedRules before = SavedRules.DEFAULTS;
        SavedRules now = new SavedRules(1, ALL_OTHERS, true, null, null);

        assertThat(RuleSetting.values())
                .allSatisfy(setting -> assertThat(setting.changes(before, now))
                        .as(setting.name())
                        .isNotEmpty());
        assertThat(RuleSetting.SILENT_AFTER.changes(before, now))
                .containsExactly("a device counts as silent after 120 days (was 90 days)");
        assertThat(RuleSetting.GRACE_PERIODS.changes(before, now))
                .containsExactly("grace period of iOS/iPadOS devices: 90 days (was 30 days, as for all others)");
        assertThat(RuleSetting.KEEP_PROGRESS.changes(before, now))
                .containsExactly("status and assignee are kept (were not)");
    }

    @Test
    void whatIsTheSameIsNoChange() {
        SavedRules saved = new SavedRules(1, ALL_OTHERS, true, null, null);

        assertThat(RuleSetting.values())
                .allSatisfy(setting -> assertThat(setting.changes(saved, saved))
                        .as(setting.name())
                        .isEmpty());
    }

    @Test
    void whatNoFieldWouldTakeIsRefusedOfWhateverSavesIt() {
        JudgingRules defaults = JudgingRules.defaults();

        assertThat(RuleRanges.refusal(defaults)).isEmpty();
        assertThat(RuleRanges.refusal(defaults.withSilentAfter(Duration.ofDays(3_650))))
                .isEmpty();
        refuses(RuleSetting.SILENT_AFTER, defaults.withSilentAfter(Duration.ofDays(3_651)));
        refuses(RuleSetting.SITUATIONS, defaults.withSituations(Set.of()));
        refuses(RuleSetting.TEAMS_PHONES, defaults.withTeamsPhones(List.of("x".repeat(101))));
        refuses(
                RuleSetting.TEAMS_PHONES,
                defaults.withTeamsPhones(
                        IntStream.range(0, 501).mapToObj(i -> "Maker " + i).toList()));
    }

    private static void refuses(RuleSetting setting, JudgingRules rules) {
        assertThat(RuleRanges.refusal(rules)).get().satisfies(refused -> {
            assertThat(refused.setting()).isEqualTo(setting);
            assertThat(refused.reason()).endsWith(".");
        });
    }
}
