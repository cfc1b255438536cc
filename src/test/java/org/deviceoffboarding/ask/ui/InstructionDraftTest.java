package org.deviceoffboarding.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Ranking;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.ask.saved.AskedFor;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.TimePoint;
import org.junit.jupiter.api.Test;

class InstructionDraftTest {

    private static final Condition SILENT = new Condition.Is(
            new Criterion.Activity(Source.ENTRA, Comparison.BEFORE, new TimePoint.Ago(90, ChronoUnit.DAYS)));

    @Test
    void whatRunsKnowBecomesASentenceThatIsUnderstoodAsThat() {
        String sentence = InstructionDraft.excluding(
                        Question.devices(Condition.all(List.of(AskedFor.with(Choice.MACOS), SILENT))))
                .orElseThrow();

        assertThat(sentence).startsWith("Exclude devices with platform macOS");
        assertThat(InstructionText.parse(sentence).understood()).isTrue();
    }

    @Test
    void theFirstSoManyOfThemAreNeverTakenForAllOfThem() {
        Condition windows = AskedFor.with(Choice.WINDOWS);

        assertThat(InstructionDraft.excluding(ranked(windows, 10))).isEmpty();
        assertThat(InstructionDraft.excluding(ranked(windows, Ranking.ALL))).isPresent();
    }

    private static Question ranked(Condition where, int most) {
        return new Question(
                Wish.DEVICES, where, List.of(), new Ranking(ConditionType.ACTIVITY, true, most), null, List.of());
    }

    @Test
    void whatNoInstructionCanSayBecomesNone() {
        assertThat(List.of(
                        Question.devices(null),
                        AskedFor.devices(Choice.IN_TASK),
                        AskedFor.devices(Choice.DISABLED),
                        Question.devices(Condition.not(AskedFor.with(Choice.MACOS))),
                        Question.devices(
                                Condition.any(List.of(AskedFor.with(Choice.MACOS), AskedFor.with(Choice.PERSONAL)))),
                        Question.devices(new Condition.Is(new Criterion.None(ConditionType.USER))),
                        Question.devices(new Condition.Is(new Criterion.Never(Source.ANY)))))
                .allSatisfy(question ->
                        assertThat(InstructionDraft.excluding(question)).isEmpty());
    }
}
