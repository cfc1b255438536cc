package org.deviceoffboarding.ask.language.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;

/** What is said of the same devices: "or" parts alternatives, and what stands behind the last of them can hold of all. */
final class Clause {

    private Clause() {}

    /** Returns the condition of the operands of a clause. */
    static Condition of(List<Unit> units) {
        List<List<Unit>> groups = split(units, unit -> unit.joint() != null);
        List<Boolean> or = new ArrayList<>();
        for (int i = 1; i < groups.size(); i++) {
            or.add(groups.get(i).getFirst().joint() == Concept.Joint.OR
                    || Unit.sharesHead(groups.get(i - 1), groups.get(i)));
        }
        for (int i = or.size() - 1; i > 0; i--) {
            boolean comma = groups.get(i).getFirst().joint() == Concept.Joint.COMMA;
            if (or.get(i)
                    && comma
                    && groups.get(i - 1).getLast().type() != ConditionType.PLATFORM
                    && groups.get(i).size() == 1) {
                or.set(i - 1, true);
            }
        }
        List<List<Unit>> alternatives = new ArrayList<>();
        List<Unit> alternative = new ArrayList<>(groups.getFirst());
        for (int i = 1; i < groups.size(); i++) {
            if (or.get(i - 1)) {
                alternatives.add(alternative);
                alternative = new ArrayList<>();
            }
            alternative.addAll(groups.get(i));
        }
        alternatives.add(alternative);
        return factored(alternatives);
    }

    /** "Disabled or noncompliant Windows devices" are all Windows devices, as are those "and personal". */
    private static Condition factored(List<List<Unit>> alternatives) {
        List<Unit> last = alternatives.getLast();
        int noun = 1;
        while (noun < last.size()
                && (last.get(noun).type() != ConditionType.PLATFORM
                        || last.get(noun).joint() != null)) {
            noun++;
        }
        boolean common = alternatives.size() > 1
                && noun < last.size()
                && last.subList(1, noun).stream().allMatch(each -> each.joint() == null)
                && alternatives.stream()
                        .skip(1)
                        .noneMatch(each -> each.getFirst().clause())
                && alternatives.subList(0, alternatives.size() - 1).stream()
                        .allMatch(each -> each.size() == 1 && each.getFirst().type() != ConditionType.PLATFORM);
        List<Unit> rest = common ? last.subList(noun, last.size()) : List.of();
        if (common) {
            alternatives.set(alternatives.size() - 1, last.subList(0, noun));
        }
        Condition any = Condition.any(alternatives.stream()
                .map(each -> Condition.all(each.stream().map(Unit::whole).toList()))
                .toList());
        return Condition.all(
                Stream.concat(Stream.of(any), rest.stream().map(Unit::whole)).toList());
    }

    private static List<List<Unit>> split(List<Unit> units, Predicate<Unit> begins) {
        List<List<Unit>> parts = new ArrayList<>();
        for (Unit unit : units) {
            if (parts.isEmpty() || begins.test(unit)) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(unit);
        }
        return parts;
    }
}
