package org.deviceoffboarding.ask.language.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.filter.FilterToken.Kind;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.NotUnderstoodException;
import org.deviceoffboarding.language.TimePoint;
import org.jspecify.annotations.Nullable;

/** Reads comparisons that are joined by "and", "or" and "not". */
final class FilterConditions {

    /** What joins two conditions. */
    private enum Joint {
        AND,
        OR,
        COMMA
    }

    private static final Map<String, FilterOperator> FUNCTIONS = Map.of(
            "startswith", FilterOperator.STARTS, "endswith", FilterOperator.ENDS, "contains", FilterOperator.CONTAINS);

    /** Whether they ask for what is not known, or for what is. */
    private static final Map<String, Boolean> EMPTY =
            Map.of("isempty", true, "isnull", true, "isnotempty", false, "isnotnull", false);

    private static final Set<String> JOINING = Set.of("and", "or", "-and", "-or", "&&", "||", ",", ";");
    private static final int LONGEST_VALUE = 4;

    private final FilterCursor cursor;
    private final FilterDraft draft;
    private final FilterValueReader values;
    private final FilterMoments moments;

    FilterConditions(FilterCursor cursor, FilterDraft draft) {
        this.cursor = cursor;
        this.draft = draft;
        values = new FilterValueReader(cursor);
        moments = new FilterMoments(cursor);
    }

    /** Reads all up to what ends them; null where none of them is understood. */
    @Nullable
    Condition read() {
        List<List<Condition>> any = new ArrayList<>(List.of(new ArrayList<>()));
        boolean or = false;
        boolean comma = false;
        add(any, operand());
        while (true) {
            int mark = cursor.mark();
            boolean dash = isKind(Kind.DASH);
            Joint joint = joint();
            if (joint == null) {
                cursor.reset(mark);
                break;
            }
            if (ends()) {
                missEnd(joint, cursor.get(mark));
                break;
            }
            comma |= joint == Joint.COMMA;
            boolean mixed = or && (joint == Joint.AND && dash || comma) || joint == Joint.OR && comma;
            if (mixed) {
                FilterToken token = cursor.get(mark);
                draft.miss(
                        token.start(),
                        token.end(),
                        "what belongs together here is not said: put the conditions that do in brackets.");
            }
            or |= joint == Joint.OR;
            if (joint == Joint.OR) {
                any.add(new ArrayList<>());
            }
            add(any, operand());
        }
        List<Condition> parts =
                any.stream().filter(all -> !all.isEmpty()).map(Condition::all).toList();
        return parts.isEmpty() ? null : Condition.any(parts);
    }

    /** A comma may stand at the end; what joins may not. */
    private void missEnd(Joint joint, FilterToken token) {
        if (joint != Joint.COMMA) {
            draft.breakAt(token.start(), token.end(), "a condition is missing behind it.");
        }
    }

    private static void add(List<List<Condition>> any, @Nullable Condition condition) {
        if (condition != null) {
            any.getLast().add(condition);
        }
    }

    private boolean isKind(Kind kind) {
        FilterToken token = cursor.peek();
        return token != null && token.kind() == kind;
    }

    private @Nullable Joint joint() {
        FilterToken token = cursor.peek();
        if (token == null || token.kind() == Kind.TEXT || !JOINING.contains(token.lower())) {
            return null;
        }
        cursor.take();
        if (token.isMark(",") || token.isMark(";")) {
            Joint behind = cursor.isWord("and", "or") ? joint() : null;
            return behind == null ? Joint.COMMA : behind;
        }
        return token.lower().endsWith("or") || token.isMark("||") ? Joint.OR : Joint.AND;
    }

    /** Whether nothing more is to be read here. */
    private boolean ends() {
        FilterToken token = cursor.peek();
        return token == null || token.kind() == Kind.MARK && ")}]|&".contains(token.text());
    }

    /** Reads one condition; null where it is missed, up to where the next can begin. */
    private @Nullable Condition operand() {
        int start = cursor.start();
        int pieces = draft.pieces().size();
        try {
            Condition condition = denied(start, pieces);
            int behind = cursor.mark();
            if (skip()) {
                int from = cursor.get(behind).start();
                draft.breakAt(
                        from, cursor.end(), "this stands behind a condition, and neither “and” nor “or” before it.");
            }
            return condition;
        } catch (NotUnderstoodException e) {
            skip();
            draft.miss(start, Math.max(cursor.end(), start + 1), e.sentence());
        } catch (BrokenFilterException e) {
            skip();
            draft.breakAt(start, Math.max(cursor.end(), start + 1), e.sentence());
        }
        return null;
    }

    /** Moves to where the next condition can begin; returns whether there was something before it. */
    private boolean skip() {
        int mark = cursor.mark();
        while (!ends() && !(cursor.peek() instanceof FilterToken token && isJoint(token))) {
            FilterToken token = cursor.take();
            if (token.kind() == Kind.MARK && "({[".contains(token.text())) {
                cursor.reset(cursor.closing(cursor.mark() - 1));
                if (!cursor.atEnd()) {
                    cursor.take();
                }
            }
        }
        return cursor.mark() > mark;
    }

    private static boolean isJoint(FilterToken token) {
        return token.kind() != Kind.TEXT && JOINING.contains(token.lower());
    }

    private @Nullable Condition denied(int start, int pieces) {
        boolean not = false;
        while (cursor.accept(Kind.DASH, "-not") || cursor.accept(Kind.SIGN, "!") || cursor.acceptWord("not")) {
            not = !not;
        }
        Condition condition = isGroup() ? group() : comparison();
        if (!not || condition == null) {
            return condition;
        }
        Condition denied = Condition.not(condition);
        if (draft.pieces().size() == pieces + 1) {
            draft.deny(start, denied);
        }
        return denied;
    }

    /** A bracket that holds conditions, rather than a value that is compared. */
    private boolean isGroup() {
        if (!cursor.isMark("(") && !cursor.isMark("{")) {
            return false;
        }
        int mark = cursor.mark();
        cursor.reset(cursor.closing(mark) + 1);
        FilterToken behind = cursor.peek();
        boolean value = behind != null && (behind.kind() == Kind.MEMBER || FilterOperator.read(cursor) != null);
        cursor.reset(mark);
        return !value;
    }

    private @Nullable Condition group() {
        String close = cursor.take().isMark("{") ? "}" : ")";
        Condition inside = read();
        if (!cursor.acceptMark(close)) {
            throw new BrokenFilterException("a bracket is not closed.");
        }
        return inside;
    }

    private Condition comparison() {
        int from = cursor.start();
        Condition condition = function();
        condition = condition == null ? method() : condition;
        condition = condition == null ? ofProperty() : condition;
        condition = condition == null ? reversed() : condition;
        condition = condition == null ? bare() : condition;
        draft.piece(from, cursor.end(), condition);
        return condition;
    }

    /** "startswith(displayName, 'LT-')", "isempty(userPrincipalName)". */
    private @Nullable Condition function() {
        FilterToken name = cursor.peek();
        FilterToken open = cursor.ahead(1);
        if (name == null || !name.isWord() || open == null || !open.isMark("(")) {
            return null;
        }
        FilterOperator operator = FUNCTIONS.get(name.lower());
        Boolean empty = EMPTY.get(name.lower());
        if (operator == null && empty == null) {
            return null;
        }
        cursor.take();
        cursor.take();
        draft.formal();
        ConditionType type = property();
        Condition condition;
        if (operator != null) {
            cursor.expectMark(",");
            condition = FilterComparison.of(type, operator, List.of(values.one(type)));
        } else {
            condition = FilterComparison.of(type, FilterOperator.EQUAL, List.of(FilterValue.none()));
        }
        cursor.expectMark(")");
        boolean holds = isTrue() && !Boolean.FALSE.equals(empty);
        return holds ? condition : Condition.not(condition);
    }

    /** "… eq true" behind a function. */
    private boolean isTrue() {
        int mark = cursor.mark();
        if (FilterOperator.read(cursor) == FilterOperator.EQUAL && cursor.isWord("true", "false", "$true", "$false")) {
            return cursor.take().lower().endsWith("true");
        }
        cursor.reset(mark);
        return true;
    }

    /** "$_.displayName.StartsWith('LT-')". */
    private @Nullable Condition method() {
        FilterToken name = cursor.peek();
        FilterToken open = cursor.ahead(1);
        int dot = name == null || !name.isWord() ? -1 : name.text().lastIndexOf('.');
        if (name == null || dot < 1 || open == null || !open.isMark("(")) {
            return null;
        }
        FilterOperator operator = FUNCTIONS.get(name.lower().substring(dot + 1));
        ConditionType type = FilterProperties.type(name.text().substring(0, dot));
        if (operator == null || type == null) {
            return null;
        }
        cursor.take();
        cursor.take();
        draft.formal();
        Condition condition = FilterComparison.of(type, operator, List.of(values.one(type)));
        cursor.expectMark(")");
        return condition;
    }

    private @Nullable Condition ofProperty() {
        int mark = cursor.mark();
        ConditionType type = FilterProperties.read(cursor);
        if (type == null) {
            return unknown();
        }
        if (isOver()) {
            Condition holds = FilterComparison.holds(type);
            if (holds == null) {
                cursor.reset(mark);
                return null;
            }
            return holds;
        }
        FilterToken compares = cursor.peek();
        FilterOperator operator = FilterOperator.read(cursor);
        if (operator != null) {
            formal(compares);
            boolean list = operator.asserted() == FilterOperator.IN;
            if (operator.asserted() == FilterOperator.HOLDS) {
                throw refused("-contains looks into a list: say -like '*…*' for a part of a text.");
            }
            return FilterComparison.of(type, operator, list ? values.list(type) : List.of(values.one(type)));
        }
        if (cursor.isWord("between")) {
            return between(type);
        }
        TimePoint since = FilterComparison.isTime(type) ? moments.last() : null;
        if (since != null) {
            return FilterComparison.since(type, since);
        }
        return FilterComparison.of(type, values.one(type));
    }

    private boolean isOver() {
        return ends() || cursor.peek() instanceof FilterToken token && isJoint(token);
    }

    /** "between (datetime(2026-01-01) .. ago(90d))": both ends belong to it. */
    private Condition between(ConditionType type) {
        cursor.take();
        cursor.expectMark("(");
        FilterValue from = values.one(type);
        if (!cursor.acceptWord("..")) {
            throw new BrokenFilterException("“..” is missing between the two ends.");
        }
        FilterValue to = values.one(type);
        cursor.expectMark(")");
        draft.formal();
        return Condition.all(List.of(
                FilterComparison.of(type, FilterOperator.AT_LEAST, List.of(from)),
                FilterComparison.of(type, FilterOperator.AT_MOST, List.of(to))));
    }

    /** Of a property that is not known, what is compared belongs to it. */
    private @Nullable Condition unknown() {
        FilterToken name = cursor.peek();
        int mark = cursor.mark();
        if (name == null || !name.isWord() || FilterMoments.begins(name)) {
            return null;
        }
        cursor.take();
        FilterToken compares = cursor.peek();
        FilterOperator operator = FilterOperator.read(cursor);
        int behind = cursor.mark();
        boolean other = operator != null && operator.reversed() != null && FilterProperties.read(cursor) != null;
        if (operator == null || other) {
            cursor.reset(mark);
            return null;
        }
        cursor.reset(behind);
        formal(compares);
        values.list(ConditionType.NAME);
        throw refused("“" + name.text() + "” is nothing that is known of devices here.");
    }

    /** "$null -eq user", "'a', 'b' -contains $_.model". */
    private @Nullable Condition reversed() {
        int mark = cursor.mark();
        List<FilterValue> list;
        try {
            list = values.list(ConditionType.NAME);
        } catch (NotUnderstoodException | BrokenFilterException e) {
            cursor.reset(mark);
            return null;
        }
        FilterToken compares = cursor.peek();
        FilterOperator operator = FilterOperator.read(cursor);
        if (operator == null || operator.reversed() == null) {
            cursor.reset(mark);
            return null;
        }
        formal(compares);
        ConditionType type = property();
        if (list.size() > 1 && operator.asserted() != FilterOperator.HOLDS) {
            throw refused("a list is compared by -contains.");
        }
        return FilterComparison.of(type, operator.reversed(), list);
    }

    /** A value that says by itself of what it is, such as "silent-everywhere". */
    private Condition bare() {
        for (int count = LONGEST_VALUE; count > 0; count--) {
            StringBuilder words = new StringBuilder();
            for (int i = 0; i < count && words != null; i++) {
                FilterToken token = cursor.ahead(i);
                words = token == null || !token.isWord()
                        ? null
                        : words.append(i == 0 ? "" : " ").append(token.lower().replace('-', ' '));
            }
            Concept concept = words == null ? null : Vocabulary.PHRASES.meaning(words.toString());
            Condition condition =
                    switch (concept) {
                        case Concept.Fixed fixed -> fixed.condition();
                        case Concept.PlatformName platform ->
                            Vocabulary.choices(platform.platform()).condition();
                        case null, default -> null;
                    };
            if (condition != null) {
                cursor.reset(cursor.mark() + count);
                return condition;
            }
        }
        throw new BrokenFilterException("this is no condition that is known here.");
    }

    private ConditionType property() {
        FilterToken name = cursor.peek();
        ConditionType type = FilterProperties.read(cursor);
        if (type == null) {
            throw refused("“" + (name == null ? "" : name.text()) + "” is nothing that is known of devices here.");
        }
        return type;
    }

    private void formal(@Nullable FilterToken compares) {
        if (compares != null && (FilterOperator.isFormal(compares) || compares.is(Kind.SIGN, "!"))) {
            draft.formal();
        }
    }

    private static NotUnderstoodException refused(String sentence) {
        return new NotUnderstoodException(0, 0, sentence, List.of());
    }
}
