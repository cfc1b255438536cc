package org.deviceoffboarding.ask.language.joining;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;

/** Parts operands into what is said of the same devices: each part holds, but where another list of devices begins. */
final class Clauses {

    private final PromptDraft draft;

    Clauses(PromptDraft draft) {
        this.draft = draft;
    }

    /** Returns the condition of all operands. */
    Condition joined(List<Unit> units) {
        int other = otherHead(units);
        if (other > 0) {
            return Condition.any(List.of(joined(units.subList(0, other)), joined(units.subList(other, units.size()))));
        }
        List<Condition> clauses = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= units.size(); i++) {
            if (i == units.size()
                    || units.get(i).joint() == null && units.get(i).clause()
                    || beginsCommon(units.subList(from, i), units.get(i))
                    || beginsAlternatives(units, i)) {
                clauses.add(Clause.of(units.subList(from, i)));
                from = i;
            }
        }
        return Condition.all(clauses);
    }

    /**
     * "Disabled or stale, personal", "disabled or stale but not personal", "are disabled or stale and are personal": what follows is
     * said of both.
     */
    private boolean beginsCommon(List<Unit> before, Unit unit) {
        boolean or = before.stream().skip(1).anyMatch(each -> each.joint() == Concept.Joint.OR);
        return or
                && (unit.joint() == Concept.Joint.BUT
                        || unit.comma() && (unit.joint() == Concept.Joint.AND || unit.joint() == Concept.Joint.COMMA)
                        || isSaidAnew(unit) && before.stream().skip(1).noneMatch(this::isOtherSaidAnew)
                        || isBehindNoun(before, unit))
                && !Unit.sharesHead(before, List.of(unit));
    }

    /** "Personal or disabled devices and stale": what stands before the noun is said, and more follows. */
    private static boolean isBehindNoun(List<Unit> before, Unit unit) {
        return unit.joint() == Concept.Joint.AND
                && unit.clause()
                && before.stream().skip(1).noneMatch(each -> each.joint() == Concept.Joint.OR && each.clause());
    }

    /** "Are flagged and are disabled or stale": either of the last two, since they share a verb that the first has not. */
    private boolean beginsAlternatives(List<Unit> units, int at) {
        boolean or = false;
        for (int i = at + 1; i < units.size() && isSaidAnew(units.get(at)); i++) {
            Unit next = units.get(i);
            boolean ends = next.joint() != Concept.Joint.OR || isOtherSaidAnew(next);
            if (ends) {
                return or && !isOtherSaidAnew(next);
            }
            or = true;
        }
        return or;
    }

    private boolean isSaidAnew(Unit unit) {
        return unit.joint() == Concept.Joint.AND && draft.hasVerb(unit.start());
    }

    private boolean isOtherSaidAnew(Unit unit) {
        return unit.joint() == Concept.Joint.OR && draft.hasVerb(unit.start());
    }

    /** Returns where "or Windows devices" begins behind "Macs that are silent", or 0. */
    private static int otherHead(List<Unit> units) {
        Set<ConditionType> heads = EnumSet.noneOf(ConditionType.class);
        boolean behind = false;
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            behind |= i > 0 && unit.joint() == null && unit.clause();
            if (!behind && unit.isHead()) {
                heads.add(unit.type());
            } else if (behind
                    && (unit.joint() == Concept.Joint.OR || unit.joint() == Concept.Joint.AND)
                    && !unit.negated()) {
                for (int j = i;
                        j < units.size()
                                && (j == i
                                        || units.get(j).joint() == null
                                                && !units.get(j).clause());
                        j++) {
                    if (units.get(j).type() != null
                            && heads.contains(units.get(j).type())
                            && !units.get(j).negated()) {
                        return i;
                    }
                }
            }
        }
        return 0;
    }
}
