package org.deviceoffboarding.ask.language.joining;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.logic.Alternatives;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;

/** Reads a prompt's items as operands: what a denial denies is one, and so is what brackets hold. */
final class Operands {

    private final PromptDraft draft;
    private final List<Item> items;
    private final Denials denials;
    private int at;
    private int depth;
    private boolean comma;

    Operands(PromptDraft draft) {
        this.draft = draft;
        items = draft.items();
        denials = new Denials(draft);
    }

    boolean atEnd() {
        return at >= items.size();
    }

    /** Moves behind a bracket that was never opened. */
    void skip() {
        at++;
    }

    /** Reads up to a closing bracket, and returns the condition of it; null where there is none. */
    @Nullable
    Condition part() {
        List<Unit> units = units();
        return units.isEmpty() ? null : new Clauses(draft).joined(new MergedUnits(draft).of(units));
    }

    /** Reads operands up to a closing bracket. */
    private List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        Concept.Joint joint = null;
        boolean clause = false;
        comma = false;
        for (; at < items.size() && !(items.get(at) instanceof Item.Close); at++) {
            switch (items.get(at)) {
                case Item.Joint(Concept.Joint kind) -> {
                    joint = stronger(joint, kind);
                    comma |= kind == Concept.Joint.COMMA;
                }
                case Item.Link _, Item.Noun _, Item.Stop _ -> clause = true;
                case Item.Hole _ -> hole(units);
                case Item.Close _ -> throw new IllegalStateException();
                case Item.Not not -> {
                    int before = units.size();
                    negated(not, joint, clause, units);
                    comma &= units.size() == before;
                    joint = units.size() > before ? null : joint;
                    clause = units.size() == before && clause;
                }
                case Item.Term term -> {
                    denials.raise(term, at, depth);
                    boolean either = joint != Concept.Joint.OR && draft.isEither(term);
                    units.add(unit(term, either ? null : joint, either || clause || breaks(units, term)));
                    comma = false;
                    joint = null;
                    clause = false;
                }
                case Item.Open _ -> {
                    Unit unit = bracket(joint, clause);
                    if (unit != null) {
                        units.add(unit);
                        joint = null;
                        clause = false;
                    }
                }
            }
        }
        return units;
    }

    /** Behind what is left out, words that are not understood could say less of it. */
    private void hole(List<Unit> units) {
        int before = at - 1;
        while (before >= 0 && (items.get(before) instanceof Item.Link || items.get(before) instanceof Item.Noun)) {
            before--;
        }
        boolean behindNegated = before >= 0
                && items.get(before) instanceof Item.Term
                && !units.isEmpty()
                && units.getLast().negated();
        if (behindNegated || before >= 0 && items.get(before) instanceof Item.Not) {
            draft.endanger();
        }
    }

    private Unit unit(Item.Term term, Concept.@Nullable Joint joint, boolean clause) {
        return new Unit(
                term.condition(), term.type(), false, term.where(), joint, clause, comma, term.start(), term.end());
    }

    /** What follows a place says something else of the devices there. */
    private static boolean breaks(List<Unit> units, Item.Term term) {
        return !units.isEmpty() && units.getLast().where() && !term.where();
    }

    private static Concept.Joint stronger(Concept.@Nullable Joint joint, Concept.Joint kind) {
        return joint == null || joint == Concept.Joint.COMMA || joint == Concept.Joint.AND && kind == Concept.Joint.OR
                ? kind
                : joint;
    }

    private @Nullable Unit bracket(Concept.@Nullable Joint joint, boolean clause) {
        at++;
        boolean before = comma;
        depth++;
        Condition inner = part();
        depth--;
        comma = false;
        return inner == null ? null : new Unit(inner, null, false, false, joint, clause, before, -1, -1);
    }

    private void negated(Item.Not not, Concept.@Nullable Joint joint, boolean clause, List<Unit> units) {
        List<Unit> parts = denied(not);
        if (parts.isEmpty()) {
            draft.missDangerously(
                    not.start(), not.end(), "what is left out is not said, or not understood.", List.of());
            return;
        }
        denials.raise(not, parts, at, depth);
        Condition left = Condition.all(parts.stream().map(Unit::condition).toList());
        int end = Math.max(not.end(), parts.getLast().end());
        units.add(new Unit(
                left,
                parts.size() == 1 ? parts.getFirst().type() : null,
                true,
                false,
                joint,
                clause,
                comma,
                not.start(),
                end));
    }

    /** Reads what a denial denies: the next condition, or all up to one that says where devices are. */
    private List<Unit> denied(Item.Not not) {
        List<Unit> parts = new ArrayList<>();
        boolean done = false;
        while (!done && at + 1 < items.size()) {
            Item next = items.get(at + 1);
            switch (next) {
                case Item.Link _, Item.Noun _ -> at++;
                case Item.Open _
                when parts.isEmpty() -> {
                    at++;
                    Unit inner = bracket(null, false);
                    if (inner != null) {
                        parts.add(inner);
                    }
                    done = true;
                }
                case Item.Term term
                when parts.isEmpty() || not.wide() && !term.where() -> {
                    at++;
                    parts.add(unit(term, null, false));
                    done = !not.wide() && !goesOn(term);
                }
                case Item.Joint _
                when !parts.isEmpty() && joins(parts.getLast()) -> {
                    Item.Term other = alternative(not, parts);
                    done = !not.wide() && !goesOn(other);
                }
                case Item.Hole _ -> {
                    draft.endanger();
                    done = true;
                }
                default -> done = true;
            }
        }
        return parts;
    }

    /** Reads a joint and another value, which makes one with the last part. */
    private Item.Term alternative(Item.Not not, List<Unit> parts) {
        boolean and = items.get(at + 1) instanceof Item.Joint(Concept.Joint kind) && kind == Concept.Joint.AND;
        at += jointsHere();
        Item.Term other = (Item.Term) items.get(at + 1);
        at++;
        if (and && other.type() == ConditionType.PART_OF) {
            denials.missMore(not.start(), other.end());
        }
        Unit last = parts.removeLast();
        parts.add(last.with(Alternatives.either(last.condition(), other.condition()), other.end()));
        return other;
    }

    private boolean goesOn(Item.Term term) {
        return at + 1 < items.size() && items.get(at + 1) instanceof Item.Joint && joins(unit(term, null, false));
    }

    /** Returns whether behind a joint a value of the same sort follows. */
    private boolean joins(Unit last) {
        int ahead = at + 1 + jointsHere();
        return last.type() != null
                && MergedUnits.isOneValue(last.type()) | last.type() == ConditionType.PART_OF
                && ahead < items.size()
                && items.get(ahead) instanceof Item.Term term
                && term.type() == last.type();
    }

    private int jointsHere() {
        int joints = 0;
        while (at + 1 + joints < items.size()
                && items.get(at + 1 + joints) instanceof Item.Joint(Concept.Joint kind)
                && kind != Concept.Joint.BUT) {
            joints++;
        }
        return joints;
    }
}
