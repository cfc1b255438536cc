package org.deviceoffboarding.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Ranking;
import org.deviceoffboarding.ask.question.Since;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.ask.saved.AskedFor;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.junit.jupiter.api.Test;

class QuestionPartTest {

    private static final Condition MACS = AskedFor.with(Choice.MACOS);
    private static final Condition PERSONAL = AskedFor.with(Choice.PERSONAL);

    @Test
    void everyPartStandsThereOnceAndCanBeTakenOut() {
        Question question = new Question(
                Wish.DEVICES,
                Condition.all(List.of(MACS, PERSONAL)),
                List.of(),
                new Ranking(ConditionType.ACTIVITY, true, 10),
                new Since.PreviousRun(),
                List.of());

        List<QuestionPart> parts = QuestionPart.of(question);

        assertThat(parts)
                .extracting(QuestionPart::words)
                .containsExactly(
                        "Devices",
                        "platform macOS",
                        "ownership personal",
                        "sorted by last activity ascending, at most 10",
                        "compared with the run before");
        assertThat(parts).extracting(QuestionPart::joint).containsExactly("", "", "and", "", "");
        assertThat(parts.get(0).without()).isNull();
        assertThat(without(parts.get(1))).isEqualTo(question.where(PERSONAL));
        assertThat(without(parts.get(2))).isEqualTo(question.where(MACS));
        assertThat(without(parts.get(3)).ranking()).isNull();
        assertThat(without(parts.get(4))).isEqualTo(question.compared(null));
    }

    @Test
    void alternativesAreJoinedByOr() {
        Question question = Question.devices(Condition.any(List.of(MACS, PERSONAL)));

        List<QuestionPart> parts = QuestionPart.of(question);

        assertThat(parts).extracting(QuestionPart::joint).containsExactly("", "", "or");
        assertThat(without(parts.get(1))).isEqualTo(Question.devices(PERSONAL));
    }

    @Test
    void theLastConditionTakenOutLeavesAllDevices() {
        List<QuestionPart> parts = QuestionPart.of(Question.devices(MACS));

        assertThat(without(parts.get(1))).isEqualTo(Question.devices(null));
    }

    @Test
    void aCountWithoutItsWishIsTheDevicesThemselves() {
        Question groups = new Question(Wish.GROUPS, PERSONAL, List.of(ConditionType.PLATFORM), null, null, List.of());

        assertThat(without(QuestionPart.of(AskedFor.count(PERSONAL)).getFirst()))
                .isEqualTo(Question.devices(PERSONAL));
        assertThat(without(QuestionPart.of(groups).getFirst())).isEqualTo(Question.devices(PERSONAL));
    }

    @Test
    void whatIsAskedOfOneDeviceHasNothingToTakeOut() {
        assertThat(QuestionPart.of(AskedFor.device("LAPTOP-1"))).singleElement().satisfies(part -> {
            assertThat(part.words()).contains("LAPTOP-1");
            assertThat(part.without()).isNull();
        });
    }

    private static Question without(QuestionPart part) {
        return Objects.requireNonNull(part.without());
    }
}
