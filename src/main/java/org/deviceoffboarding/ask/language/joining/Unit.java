package org.deviceoffboarding.ask.language.joining;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;

/**
 * One operand of what a prompt asks: a condition, what stands before it, and where it stands.
 *
 * @param clause whether it begins something else that is said of the devices
 * @param comma whether a comma stands before it
 * @param start where it begins in the prompt; negative for brackets
 */
record Unit(
        Condition condition,
        @Nullable ConditionType type,
        boolean negated,
        boolean where,
        Concept.@Nullable Joint joint,
        boolean clause,
        boolean comma,
        int start,
        int end) {

    /** These say what a list of devices is of, so that each "and" begins another list. */
    private static final Set<ConditionType> HEADS =
            EnumSet.of(ConditionType.PLATFORM, ConditionType.OWNERSHIP, ConditionType.JOIN_TYPE);

    Unit with(Condition other, int newEnd) {
        return new Unit(other, type, negated, where, joint, clause, comma, start, newEnd);
    }

    Condition whole() {
        return negated ? Condition.not(condition) : condition;
    }

    /** Returns whether it says what a list of devices is of. */
    boolean isHead() {
        return type != null && HEADS.contains(type);
    }

    /** Returns whether two lists of operands say of the same sort what they are of. */
    static boolean sharesHead(List<Unit> one, List<Unit> other) {
        return one.stream()
                .filter(unit -> unit.isHead() && !unit.negated())
                .anyMatch(unit -> other.stream().anyMatch(each -> each.type() == unit.type() && !each.negated()));
    }
}
