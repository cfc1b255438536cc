package org.deviceoffboarding.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.saved.AskedFor;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.TimePoint;
import org.junit.jupiter.api.Test;

class PartAlternativesTest {

    private static final Condition SILENT = new Condition.Is(
            new Criterion.Activity(Source.ANY, Comparison.ON_OR_BEFORE, new TimePoint.Ago(90, ChronoUnit.DAYS)));

    @Test
    void aValueCanBeItsOppositeOrAnyOtherOfItsSort() {
        List<Condition> others = PartAlternatives.of(AskedFor.with(Choice.MACOS));

        assertThat(others).startsWith(Condition.not(AskedFor.with(Choice.MACOS)));
        assertThat(others).contains(AskedFor.with(Choice.WINDOWS), AskedFor.with(Choice.IOS));
        assertThat(others).doesNotContain(AskedFor.with(Choice.MACOS)).doesNotHaveDuplicates();
        assertThat(others.stream().flatMap(each -> each.criteria().stream()).map(Criterion::type))
                .containsOnly(ConditionType.PLATFORM);
    }

    @Test
    void whatIsEitherYesOrNoHasOneAlternative() {
        assertThat(PartAlternatives.of(AskedFor.with(Choice.DISABLED))).containsExactly(AskedFor.with(Choice.ENABLED));
    }

    @Test
    void whatIsDeniedCanBeSaidWithoutTheNot() {
        Condition not = Condition.not(AskedFor.with(Choice.MACOS));

        assertThat(PartAlternatives.of(not))
                .startsWith(AskedFor.with(Choice.MACOS))
                .doesNotContain(not);
    }

    @Test
    void aTimeCanBeAnotherTheOtherWayRoundOrByAnotherRecord() {
        assertThat(PartAlternatives.of(SILENT))
                .contains(
                        activity(Source.ANY, Comparison.ON_OR_BEFORE, 180),
                        activity(Source.ANY, Comparison.AFTER, 90),
                        activity(Source.ENTRA, Comparison.ON_OR_BEFORE, 90))
                .doesNotContain(SILENT);
    }

    @Test
    void eachComparisonHasItsOppositeAndThatHasIt() {
        assertThat(Comparison.values()).allSatisfy(comparison -> {
            Comparison opposite = oppositeOf(comparison);
            assertThat(oppositeOf(opposite)).isEqualTo(comparison);
            assertThat(opposite.later()).isNotEqualTo(comparison.later());
        });
    }

    @Test
    void ofWhatHasNoOtherValuesOnlyTheOppositeIsOffered() {
        Condition name = new Condition.Is(new Criterion.Texts(ConditionType.NAME, List.of("LAP*")));

        assertThat(PartAlternatives.of(name)).containsExactly(Condition.not(name));
    }

    private static Comparison oppositeOf(Comparison comparison) {
        return PartAlternatives.of(activity(Source.ANY, comparison, 77)).stream()
                .flatMap(each -> each.criteria().stream())
                .flatMap(criterion -> criterion instanceof Criterion.Activity activity
                                && activity.moment().equals(new TimePoint.Ago(77, ChronoUnit.DAYS))
                                && activity.comparison() != comparison
                        ? Stream.of(activity.comparison())
                        : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    private static Condition activity(Source source, Comparison comparison, int days) {
        return new Condition.Is(new Criterion.Activity(source, comparison, new TimePoint.Ago(days, ChronoUnit.DAYS)));
    }
}
