package org.deviceoffboarding.ask.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.language.logic.SharedTimes;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.QuestionWording;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * Joins the conditions of a prompt. Two in a row hold both; values of one sort are alternatives, whether "and" or "or"
 * stands between them; "or" between others parts alternatives within what is said of the same devices: what stands before
 * them, or behind "that are".
 */
final class Expression {

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

    /** These say what a list of devices is of, so that each "and" begins another list. */
    private static final Set<ConditionType> HEADS =
            EnumSet.of(ConditionType.PLATFORM, ConditionType.OWNERSHIP, ConditionType.JOIN_TYPE);

    /** One operand: a condition, what stands before it, and where it stands. */
    private record Unit(
            Condition condition,
            @Nullable ConditionType type,
            boolean negated,
            boolean where,
            Concept.@Nullable Joint joint,
            boolean clause,
            boolean comma,
            int start,
            int end) {

        Unit with(Condition other, int newEnd) {
            return new Unit(other, type, negated, where, joint, clause, comma, start, newEnd);
        }

        Condition whole() {
            return negated ? Condition.not(condition) : condition;
        }
    }

    private final PromptDraft draft;
    private final List<Item> items;
    private int at;
    private int depth;
    private boolean comma;

    Expression(PromptDraft draft) {
        this.draft = draft;
        items = draft.items();
    }

    /** Returns the condition of all that was read, or null where there is none. */
    @Nullable
    Condition condition() {
        new SecondSets(draft).miss();
        List<Condition> all = new ArrayList<>();
        while (at < items.size()) {
            Condition part = part();
            if (part != null) {
                all.add(part);
            }
            at++; // behind a bracket that was never opened
        }
        return all.isEmpty() ? null : Condition.all(all);
    }

    private @Nullable Condition part() {
        List<Unit> units = units();
        return units.isEmpty() ? null : joined(together(merged(units)));
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
                    if (draft.isDenied(term) && isFollowedByOther(term.type())) {
                        missUnsure(term.start(), term.end());
                    }
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
        draft.dangerous |= behindNegated || before >= 0 && items.get(before) instanceof Item.Not;
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
                    boolean and = next instanceof Item.Joint(Concept.Joint kind) && kind == Concept.Joint.AND;
                    at += jointsHere();
                    Item.Term other = (Item.Term) items.get(at + 1);
                    at++;
                    if (and && not.wide() && other.type() == ConditionType.PART_OF) {
                        missMore(not.start(), other.end());
                    }
                    Unit last = parts.removeLast();
                    parts.add(last.with(either(last.condition(), other.condition()), other.end()));
                    done = !not.wide() && !goesOn(other);
                }
                case Item.Hole _ -> {
                    draft.dangerous = true;
                    done = true;
                }
                default -> done = true;
            }
        }
        if (parts.isEmpty()) {
            draft.missDangerously(
                    not.start(), not.end(), "what is left out is not said, or not understood.", List.of());
            return;
        }
        if (isPhraseDenied(not, parts)) {
            draft.missDangerously(
                    not.start(),
                    not.end(),
                    "whether all that follows is denied, or the next word only, is not said.",
                    List.of());
        }
        if (parts.getLast().start() >= 0 && isFollowedByOther(parts.getLast().type())) {
            missUnsure(not.start(), Math.max(not.end(), parts.getLast().end()));
        } else if (not.wide() && isFollowedByMore(parts.getLast().type())) {
            missMore(not.start(), Math.max(not.end(), parts.getLast().end()));
        }
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

    /** "That are not disabled Macs", "no disabled Macs": not disabled, or no Macs, or not both at once? */
    private boolean isPhraseDenied(Item.Not not, List<Unit> parts) {
        boolean things = !not.wide()
                && parts.size() == 1
                && parts.getFirst().start() >= 0
                && at + 1 < items.size()
                && items.get(at + 1) instanceof Item.Term next
                && draft.isThings(next);
        return things && (draft.isNone(not) || isSaidOfDevices(items.indexOf(not)));
    }

    private boolean isSaidOfDevices(int not) {
        int before = not - 1;
        boolean link = before >= 0 && items.get(before) instanceof Item.Link;
        while (before >= 0 && items.get(before) instanceof Item.Link) {
            before--;
        }
        return before >= 0 && items.get(before) instanceof Item.Noun && (link || before == not - 1);
    }

    /** "Not compliant or disabled": what stands behind the "or" could be denied as well. */
    private boolean isFollowedByOther(@Nullable ConditionType last) {
        int ahead = at + 1;
        boolean or = false;
        while (!or
                && ahead + 1 < items.size()
                && items.get(ahead) instanceof Item.Joint(Concept.Joint kind)
                && (kind == Concept.Joint.OR || kind == Concept.Joint.COMMA)) {
            or = kind == Concept.Joint.OR;
            ahead += !or && items.get(ahead + 1) instanceof Item.Term ? 2 : 1;
        }
        return depth == 0
                && or
                && ahead < items.size()
                && items.get(ahead) instanceof Item.Term term
                && (term.type() == null || term.type() != last || last == ConditionType.ENABLED);
    }

    /** "All except those that are disabled and flagged": the second could say more of what is left out. */
    private boolean isFollowedByMore(@Nullable ConditionType last) {
        int ahead = at + 1;
        if (ahead >= items.size() || !(items.get(ahead) instanceof Item.Joint(Concept.Joint kind))) {
            return false;
        }
        boolean not = false;
        if (ahead + 1 < items.size() && items.get(ahead + 1) instanceof Item.Not(boolean wide, int _, int _) && wide) {
            return false;
        }
        ahead++;
        while (kind != Concept.Joint.COMMA
                && ahead < items.size()
                && (items.get(ahead) instanceof Item.Link || items.get(ahead) instanceof Item.Not)) {
            not |= items.get(ahead) instanceof Item.Not;
            ahead++;
        }
        return ahead < items.size()
                && items.get(ahead) instanceof Item.Term term
                && (not || kind != Concept.Joint.OR && (term.type() == null || term.type() != last));
    }

    private void missUnsure(int from, int to) {
        draft.missDangerously(
                from,
                to,
                "whether what follows the \"or\" is denied too is not said: repeat the \"not\", or begin with the other.",
                List.of());
    }

    private void missMore(int from, int to) {
        draft.missDangerously(
                from,
                to,
                "whether what follows says more of what is left out, or of what stays, is not said.",
                List.of());
    }

    private boolean goesOn(Item.Term term) {
        return at + 1 < items.size() && items.get(at + 1) instanceof Item.Joint && joins(unit(term, null, false));
    }

    /** Returns whether behind a joint a value of the same sort follows. */
    private boolean joins(Unit last) {
        int ahead = at + 1 + jointsHere();
        return last.type() != null
                && ONE_VALUE.contains(last.type()) | last.type() == ConditionType.PART_OF
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

    /** Makes values of one sort beside each other alternatives. */
    private List<Unit> merged(List<Unit> units) {
        List<Unit> merged = new ArrayList<>();
        for (Unit unit : units) {
            Unit last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && merges(last, unit)) {
                merged.set(merged.size() - 1, last.with(either(last.condition(), unit.condition()), unit.end()));
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

    private static Condition either(Condition one, Condition other) {
        if (one instanceof Condition.Is(Criterion first) && other instanceof Condition.Is(Criterion second)) {
            if (first instanceof Criterion.Choices(ConditionType type, List<Choice> choices)
                    && second instanceof Criterion.Choices(ConditionType _, List<Choice> more)) {
                Set<Choice> all = EnumSet.copyOf(choices);
                all.addAll(more);
                return new Condition.Is(new Criterion.Choices(type, List.copyOf(all)));
            }
            if (first instanceof Criterion.Texts(ConditionType type, List<String> texts)
                    && second instanceof Criterion.Texts(ConditionType _, List<String> more)) {
                return new Condition.Is(new Criterion.Texts(type, together(texts, more)));
            }
            if (first instanceof Criterion.Groups(List<String> groups)
                    && second instanceof Criterion.Groups(List<String> more)) {
                return new Condition.Is(new Criterion.Groups(together(groups, more)));
            }
        }
        return Condition.any(List.of(one, other));
    }

    private static List<String> together(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        more.stream().filter(text -> !all.contains(text)).forEach(all::add);
        return all;
    }

    private Condition joined(List<Unit> units) {
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
                clauses.add(clause(units.subList(from, i)));
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
                && !sharesHead(before, List.of(unit));
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
            if (!behind && unit.type() != null && HEADS.contains(unit.type())) {
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

    private static Condition clause(List<Unit> units) {
        List<List<Unit>> groups = split(units, unit -> unit.joint() != null);
        List<Boolean> or = new ArrayList<>();
        for (int i = 1; i < groups.size(); i++) {
            or.add(groups.get(i).getFirst().joint() == Concept.Joint.OR
                    || sharesHead(groups.get(i - 1), groups.get(i)));
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

    private static boolean sharesHead(List<Unit> one, List<Unit> other) {
        return one.stream()
                .filter(unit -> unit.type() != null && HEADS.contains(unit.type()) && !unit.negated())
                .anyMatch(unit -> other.stream().anyMatch(each -> each.type() == unit.type() && !each.negated()));
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
