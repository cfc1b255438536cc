package org.deviceoffboarding.ask.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.QuestionWording;
import org.deviceoffboarding.ask.question.Ranking;
import org.deviceoffboarding.ask.question.Since;
import org.deviceoffboarding.ask.question.Wish;
import org.jspecify.annotations.Nullable;

/**
 * One of the parts that a question is shown as being made of.
 *
 * @param words what it says, in the wording of questions
 * @param joint the word before it, such as "and"; may be empty
 * @param condition what can be changed about it; null where it can only be removed, or not even that
 * @param without the question without it; null where there is none
 */
record QuestionPart(
        String words,
        String joint,
        @Nullable Condition condition,
        @Nullable Question without) {

    /** Returns the parts of a question, in the order in which it is worded. */
    static List<QuestionPart> of(Question question) {
        List<QuestionPart> parts = new ArrayList<>();
        parts.add(new QuestionPart(opening(question), "", null, listed(question)));
        if (question.where() != null) {
            addConditions(parts, question, question.where());
        }
        if (question.ranking() != null) {
            parts.add(new QuestionPart(
                    words(question.ranking(), question.wish()),
                    "",
                    null,
                    changed(question, null, question.compared())));
        }
        if (question.compared() != null) {
            parts.add(new QuestionPart(words(question.compared()), "", null, question.compared(null)));
        }
        return parts;
    }

    private static void addConditions(List<QuestionPart> parts, Question question, Condition where) {
        String joint = where instanceof Condition.Any ? "or" : "and";
        List<Condition> conditions =
                switch (where) {
                    case Condition.All(List<Condition> all) -> all;
                    case Condition.Any(List<Condition> any) -> any;
                    default -> List.of(where);
                };
        for (Condition each : conditions) {
            boolean first = each == conditions.getFirst();
            parts.add(new QuestionPart(QuestionWording.of(each), first ? "" : joint, each, question.without(each)));
        }
    }

    private static String opening(Question question) {
        return new Question(question.wish(), null, question.groupedBy(), null, null, question.names()).canonical();
    }

    /** Returns the question for the devices themselves, where it is for how many they are. */
    private static @Nullable Question listed(Question question) {
        return question.wish() == Wish.COUNT || question.wish() == Wish.GROUPS
                ? new Question(Wish.DEVICES, question.where(), List.of(), null, question.compared(), List.of())
                : null;
    }

    private static Question changed(Question question, @Nullable Ranking ranking, @Nullable Since compared) {
        return new Question(
                question.wish(), question.where(), question.groupedBy(), ranking, compared, question.names());
    }

    private static String words(Ranking ranking, Wish wish) {
        String order = QuestionWording.order(ranking, wish);
        String most = ranking.most() == Ranking.ALL ? "" : "at most " + ranking.most();
        return Stream.of(order, most)
                .filter(words -> !words.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("in the usual order");
    }

    private static String words(Since since) {
        return switch (since) {
            case Since.PreviousRun _ -> "compared with the run before";
            case Since.On on -> "compared with " + on.moment().words();
        };
    }
}
