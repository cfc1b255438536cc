package org.deviceoffboarding.ask.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Token;

/** Reads what a device is: values that stand by themselves, or behind the field that they are of. */
final class StateReader {

    private final Reading reading;
    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;
    private final NegationReader negations;

    StateReader(Reading reading, NegationReader negations) {
        this.reading = reading;
        tokens = reading.tokens();
        cursor = reading.cursor();
        draft = reading.draft();
        this.negations = negations;
    }

    void named(Concept.Fixed fixed) {
        Condition condition = fixed.condition();
        if (ChoiceReader.YES_OR_NO.contains(fixed.type()) || fixed.type() == ConditionType.PART_OF) {
            Boolean answer = new ChoiceReader(cursor).answer();
            if (answer != null && !answer) {
                condition = fixed.type() == ConditionType.ENABLED
                        ? Vocabulary.choices(
                                        condition.equals(Vocabulary.choices(Choice.ENABLED)
                                                        .condition())
                                                ? Choice.DISABLED
                                                : Choice.ENABLED)
                                .condition()
                        : Condition.not(condition);
            }
        }
        if (condition.equals(Vocabulary.choices(Choice.COMPLIANT).condition())) {
            Boolean answer = new ChoiceReader(cursor).answer();
            condition = answer == null || answer
                    ? condition
                    : Vocabulary.choices(Choice.NONCOMPLIANT).condition();
        }
        if (fixed.type() == ConditionType.COMPLIANCE || fixed.type() == ConditionType.OWNERSHIP) {
            condition = new ChoiceReader(cursor).further(condition);
        }
        if (fixed.type() == ConditionType.PART_OF && draft.last() instanceof Item.Hole) {
            reading.miss(Reading.UNKNOWN, List.of());
            return;
        }
        boolean without = fixed.type() == ConditionType.PART_OF && draft.last() instanceof Item.Not
                || condition instanceof Condition.Is(Criterion.None _)
                        && Set.of("without", "no", "w/o", "lacking")
                                .contains(tokens.get(reading.start()).lower());
        reading.term(condition, fixed.type(), false);
        if (fixed.equals(Vocabulary.PHONES)) {
            remark();
        }
        if (without) {
            negations.shareNot();
        }
    }

    /** What phones run, tablets run as well, but for some. */
    private void remark() {
        List<Token> words = tokens.subList(reading.start(), cursor.mark());
        boolean tablets = words.stream().anyMatch(token -> token.isWord("tablets"));
        boolean devices = cursor.previous().isWord("devices");
        if (tablets) {
            draft.remark(
                    reading.from(),
                    reading.to(),
                    "tablets with Windows are not among them, since neither Entra nor Intune tells them from PCs.");
        } else if (!devices) {
            draft.remark(
                    reading.from(),
                    reading.to(),
                    "tablets are among them, since neither Entra nor Intune tells phones from tablets.");
        }
    }

    void behind(ConditionType type) {
        ChoiceReader values = new ChoiceReader(cursor);
        Condition condition = values.read(type);
        if (condition == null
                && (type == ConditionType.OWNERSHIP || type == ConditionType.COMPLIANCE)
                && draft.takeBackNot()) {
            cursor.skip(Set.of("of"));
            reading.term(
                    Vocabulary.choices(type == ConditionType.OWNERSHIP ? Choice.UNKNOWN : Choice.COMPLIANCE_UNKNOWN)
                            .condition(),
                    type,
                    false);
            return;
        }
        if (condition == null && cursor.lower(0).equals("=")) {
            cursor.take();
            reading.missDangerously("its value is missing behind it, or is none of those there are.", values(type));
            return;
        }
        if (condition == null) {
            if (type == ConditionType.PLATFORM && cursor.peek(Vocabulary.PHRASES) != null
                    || Set.of("in", "running", "run", "runs", "join")
                            .contains(cursor.previous().lower())) {
                return;
            }
            reading.miss("its value is missing behind it, or is none of those there are.", values(type));
            return;
        }
        if (type == ConditionType.PLATFORM
                && condition instanceof Condition.Is(Criterion.Choices(ConditionType _, List<Choice> platforms))
                && platforms.size() == 1) {
            condition = new Versions(cursor).behind(platforms.getFirst());
        }
        boolean or = cursor.lower(0).equals("or") && type == ConditionType.LINK;
        reading.term(values.negated() ? Condition.not(condition) : condition, or ? null : type, false);
    }

    private static List<String> values(ConditionType type) {
        List<String> values = new ArrayList<>();
        for (Choice choice : Choice.values()) {
            if (choice.type() == type) {
                values.add(type.words() + " " + choice.label());
            }
        }
        return values.size() > 4 ? List.of() : values;
    }
}
