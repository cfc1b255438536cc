package org.deviceoffboarding.ask.language.joining;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.logic.Alternatives;
import org.deviceoffboarding.ask.language.logic.SharedTimes;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.QuestionWording;
import org.deviceoffboarding.language.ConditionType;

/** Operands of which some are one: values of one sort beside each other, and what happened at one time. */
final class MergedUnits {

    /** Of these a device has one value, so that nobody asks for two at once. */
    private static final Set<ConditionType> ONE_VALUE = EnumSet.of(
            ConditionType.PLATFORM,
            ConditionType.OWNERSHIP,
            ConditionType.JOIN_TYPE,
            ConditionType.SITUATION,
            ConditionType.LINK,
            ConditionType.COMPLIANCE,
            ConditionType.REMOVED_HOW,
            ConditionType.USER,
            ConditionType.DEPARTMENT,
            ConditionType.NAME,
            ConditionType.SERIAL,
            ConditionType.MANUFACTURER,
            ConditionType.MODEL,
            ConditionType.VERSION,
            ConditionType.REMOVED_BY,
            ConditionType.IDS,
            ConditionType.GROUP);

    private final PromptDraft draft;

    MergedUnits(PromptDraft draft) {
        this.draft = draft;
    }

    /** Returns whether nobody asks for two values of a sort at once. */
    static boolean isOneValue(ConditionType type) {
        return ONE_VALUE.contains(type);
    }

    /** Returns operands with those that are one put together. */
    List<Unit> of(List<Unit> units) {
        return together(merged(units));
    }

    /** Makes values of one sort beside each other alternatives. */
    private List<Unit> merged(List<Unit> units) {
        List<Unit> merged = new ArrayList<>();
        for (Unit unit : units) {
            Unit last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && merges(last, unit)) {
                merged.set(
                        merged.size() - 1,
                        last.with(Alternatives.either(last.condition(), unit.condition()), unit.end()));
            } else {
                merged.add(unit);
            }
        }
        for (Unit unit : merged) {
            if (unit.start() >= 0) {
                draft.piece(unit.start(), unit.end(), QuestionWording.of(unit.whole()), unit.whole());
            }
        }
        return merged;
    }

    /** "Enrolled or registered since March" is one thing that is said, wherever "and" joins more with it. */
    private List<Unit> together(List<Unit> units) {
        List<Unit> together = new ArrayList<>();
        for (Unit unit : units) {
            Unit last = together.isEmpty() ? null : together.getLast();
            if (last != null
                    && unit.joint() == Concept.Joint.OR
                    && !last.negated()
                    && !unit.negated()
                    && SharedTimes.isShared(last.condition(), unit.condition())
                    && !draft.hasVerb(unit.start())) {
                together.set(
                        together.size() - 1,
                        last.with(Condition.any(List.of(last.condition(), unit.condition())), unit.end()));
            } else {
                together.add(unit);
            }
        }
        return together;
    }

    private static boolean merges(Unit last, Unit unit) {
        return unit.type() != null
                && unit.type() == last.type()
                && !unit.negated()
                && !last.negated()
                && unit.joint() != null
                && unit.joint() != Concept.Joint.BUT
                && (ONE_VALUE.contains(unit.type()) && isPositive(unit)
                        || unit.type() == ConditionType.PART_OF && unit.joint() != Concept.Joint.AND);
    }

    private static boolean isPositive(Unit unit) {
        return !(unit.condition() instanceof Condition.Not);
    }
}
