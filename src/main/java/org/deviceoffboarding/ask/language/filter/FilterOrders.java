package org.deviceoffboarding.ask.language.filter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.filter.FilterToken.Kind;
import org.deviceoffboarding.ask.question.QuestionWording;
import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;

/** Reads in which order devices are wanted, how many of them, and by what they are counted. */
final class FilterOrders {

    private static final Set<ConditionType> NO_GROUPS =
            EnumSet.of(ConditionType.IDS, ConditionType.NAME, ConditionType.SERIAL);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final String NO_ORDER = "lists are not sorted by this here.";

    private final FilterCursor cursor;
    private final FilterDraft draft;
    private final FilterResult result;

    FilterOrders(FilterCursor cursor, FilterDraft draft, FilterResult result) {
        this.cursor = cursor;
        this.draft = draft;
        this.result = result;
    }

    /** How many there are is wanted, as the words from one place to another say. */
    void count(int start, int end) {
        if (result.isLimited()) {
            draft.miss(start, end, "what stands before already says how many there are.");
        } else if (!result.groupedBy().isEmpty()) {
            draft.miss(start, end, "how many groups there are is not counted here.");
        } else {
            result.count();
            draft.piece(start, end, "how many");
        }
    }

    /** Reads what groups are made by. */
    void group(int start) {
        boolean late =
                result.isLimited() || result.isCounted() || !result.groupedBy().isEmpty();
        List<ConditionType> fields = new ArrayList<>();
        do {
            int from = cursor.start();
            ConditionType field = FilterProperties.read(cursor);
            if (field == null || NO_GROUPS.contains(field)) {
                cursor.toEndOfStage();
                draft.miss(start, cursor.end(), "groups are not made by this here.");
                return;
            }
            if (!fields.contains(field)) {
                fields.add(field);
                draft.piece(from, cursor.end(), "by " + QuestionWording.field(field));
            }
        } while (cursor.acceptMark(","));
        if (late) {
            draft.miss(start, cursor.end(), "groups are made of all that fit: say it before how many are wanted.");
        }
        result.group(fields);
    }

    /**
     * Reads what lists are sorted by, and in which order.
     *
     * @param ascending what is meant where nothing says in which
     * @param anywhere whether it says the same behind how many are wanted
     */
    void sort(int start, boolean ascending, boolean anywhere) {
        boolean grouped = !result.groupedBy().isEmpty();
        boolean late = !anywhere && (result.isLimited() || result.isCounted());
        boolean sizes = grouped && cursor.acceptWord("count", "count_");
        ConditionType field = sizes ? null : field();
        if (!sizes && (field == null || grouped && !result.groupedBy().contains(field))) {
            cursor.toEndOfStage();
            draft.miss(start, cursor.end(), NO_ORDER);
            return;
        }
        boolean up = order(ascending);
        if (cursor.isMark(",")) {
            cursor.toEndOfStage();
            draft.miss(start, cursor.end(), "lists are sorted by one thing only.");
        } else if (late) {
            draft.miss(start, cursor.end(), "this order comes too late: say it before how many are wanted.");
        } else {
            sorted(field, up, start);
        }
    }

    /** The order is known. */
    void sorted(@Nullable ConditionType field, boolean ascending, int start) {
        result.sort(field, ascending);
        String by = field == null ? "number of devices" : QuestionWording.field(field);
        draft.piece(start, cursor.end(), "sorted by " + by + (ascending ? " ascending" : " descending"));
    }

    private @Nullable ConditionType field() {
        int mark = cursor.mark();
        boolean block = cursor.acceptMark("{");
        ConditionType field = FilterProperties.read(cursor);
        if (field == ConditionType.IDS || block && !cursor.acceptMark("}")) {
            cursor.reset(mark);
            return null;
        }
        return field;
    }

    private boolean order(boolean usual) {
        if (cursor.accept(Kind.DASH, "-descending", "-desc") || cursor.acceptWord("desc", "descending")) {
            return false;
        }
        boolean ascending = cursor.accept(Kind.DASH, "-ascending") || cursor.acceptWord("asc", "ascending");
        return ascending || usual;
    }

    /** Reads how many are wanted; returns whether that is a number. */
    boolean first(int start) {
        FilterToken number = cursor.peek();
        if (number == null || !NUMBER.matcher(number.text()).matches() || Integer.parseInt(number.text()) < 1) {
            draft.breakAt(start, cursor.end(), "a number is missing behind it.");
            return false;
        }
        cursor.take();
        if (result.isLimited() || result.isCounted()) {
            draft.miss(start, cursor.end(), "how many are wanted was said before.");
            return false;
        }
        result.limit(Integer.parseInt(number.text()));
        draft.piece(start, cursor.end(), "at most " + number.text());
        return true;
    }

    /** Reads "5 by x": those that are first in the order behind it. */
    void top(int start) {
        boolean late = result.isSorted();
        if (!first(start) || !cursor.acceptWord("by")) {
            return;
        }
        if (late) {
            cursor.toEndOfStage();
            draft.miss(start, cursor.end(), "another order was said before.");
            return;
        }
        sort(start, false, true);
    }
}
