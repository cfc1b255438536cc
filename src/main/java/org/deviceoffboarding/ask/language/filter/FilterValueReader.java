package org.deviceoffboarding.ask.language.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.filter.FilterToken.Kind;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.TimePoint;
import org.jspecify.annotations.Nullable;

/** Reads what properties are compared with. */
final class FilterValueReader {

    private static final int LONGEST = 4;
    private static final Set<String> JOINTS = Set.of("and", "or", "not");
    private static final Set<String> NOTHING = Set.of("$null", "null");

    private final FilterCursor cursor;
    private final FilterMoments moments;

    FilterValueReader(FilterCursor cursor) {
        this.cursor = cursor;
        moments = new FilterMoments(cursor);
    }

    /** Reads one value, or several in brackets or with commas between them. */
    List<FilterValue> list(ConditionType type) {
        List<FilterValue> values = new ArrayList<>();
        boolean open = cursor.acceptMark("(");
        values.add(one(type));
        while (isComma(open)) {
            cursor.take();
            values.add(one(type));
        }
        if (open) {
            cursor.expectMark(")");
        }
        return values;
    }

    /** Without brackets a comma can part conditions, too: then something that compares stands behind. */
    private boolean isComma(boolean open) {
        FilterToken value = cursor.ahead(1);
        FilterToken behind = cursor.ahead(2);
        boolean goesOn = behind == null
                || behind.kind() == Kind.MARK
                || behind.kind() == Kind.DASH && !FilterOperator.isDash(behind)
                || JOINTS.contains(behind.lower());
        return cursor.isMark(",") && value != null && (open || value.isValue() && goesOn);
    }

    /** Reads one value of a sort; null of what is not known of which sort it is. */
    FilterValue one(@Nullable ConditionType type) {
        cast();
        TimePoint moment = moments.made();
        if (moment != null) {
            return FilterValue.of(moment);
        }
        if (cursor.isMark("(")) {
            cursor.take();
            FilterValue inside = one(type);
            cursor.expectMark(")");
            return inside;
        }
        FilterToken token = cursor.peek();
        boolean number = token != null && (token.isWord() || token.kind() == Kind.NUMBER);
        if (token == null || token.kind() != Kind.TEXT && !number || token.isWord() && JOINTS.contains(token.lower())) {
            throw new BrokenFilterException("a value is missing behind it.");
        }
        if (token.kind() == Kind.TEXT) {
            cursor.take();
            return token.text().isBlank()
                    ? FilterValue.none()
                    : FilterValue.of(token.text().strip(), true);
        }
        if (NOTHING.contains(token.lower())) {
            cursor.take();
            return FilterValue.none();
        }
        String words = type == null ? token.text() : words(type, token.text());
        return FilterValue.of(words, false);
    }

    /** Of what has a few values a value can be of several words. */
    private String words(ConditionType type, String first) {
        for (int count = LONGEST; count > 1; count--) {
            StringBuilder words = new StringBuilder(first);
            for (int i = 1; i < count && words != null; i++) {
                FilterToken next = cursor.ahead(i);
                words = next == null || !next.isWord()
                        ? null
                        : words.append(' ').append(next.text());
            }
            if (words != null && FilterComparison.isChoice(type, words.toString())) {
                cursor.reset(cursor.mark() + count);
                return words.toString();
            }
        }
        cursor.take();
        return first;
    }

    /** "[datetime]", "[version]": as what a value is read. */
    private void cast() {
        FilterToken name = cursor.ahead(1);
        FilterToken close = cursor.ahead(2);
        if (cursor.isMark("[") && name != null && name.isWord() && close != null && close.isMark("]")) {
            cursor.take();
            cursor.take();
            cursor.take();
        }
    }
}
