package org.deviceoffboarding.ask.ui;

import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Ranking;
import org.deviceoffboarding.instruction.language.Instruction;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.deviceoffboarding.instruction.language.InstructionType;
import org.deviceoffboarding.language.Criterion;
import org.jspecify.annotations.Nullable;

/** The custom instruction that would leave out what a question finds. */
final class InstructionDraft {

    private InstructionDraft() {}

    /**
     * Returns its sentence, which is understood as that; nothing where no instruction can say what the question asks by, nor that it
     * asks for the first so many only.
     */
    static Optional<String> excluding(Question question) {
        List<Criterion> criteria = isLimited(question) ? List.of() : criteria(question.where());
        if (criteria.isEmpty() || !criteria.stream().allMatch(InstructionDraft::isKnownToRuns)) {
            return Optional.empty();
        }
        Instruction instruction = new Instruction(InstructionType.EXCLUDE, criteria);
        String sentence = instruction.canonical();
        return InstructionText.parse(sentence).instructions().equals(List.of(instruction))
                ? Optional.of(sentence)
                : Optional.empty();
    }

    private static boolean isLimited(Question question) {
        return question.ranking() != null && question.ranking().most() != Ranking.ALL;
    }

    /** Returns criteria that must all hold; none where it is not that simple. */
    private static List<Criterion> criteria(@Nullable Condition where) {
        List<Condition> parts =
                where instanceof Condition.All(List<Condition> all) ? all : where == null ? List.of() : List.of(where);
        return parts.stream().allMatch(Condition.Is.class::isInstance)
                ? parts.stream().flatMap(part -> part.criteria().stream()).toList()
                : List.of();
    }

    private static boolean isKnownToRuns(Criterion criterion) {
        return criterion.type().judged()
                && switch (criterion) {
                    case Criterion.Ids _,
                            Criterion.Activity _,
                            Criterion.Choices _,
                            Criterion.Texts _,
                            Criterion.Groups _ -> true;
                    case Criterion.Time _, Criterion.Never _, Criterion.Version _, Criterion.None _ -> false;
                };
    }
}
