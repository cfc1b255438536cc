package org.deviceoffboarding.ask.language.filter;

import java.util.Set;
import org.deviceoffboarding.ask.language.filter.FilterToken.Kind;
import org.deviceoffboarding.ask.question.Condition;

/** Reads what is done with devices one after the other: {@code devices | where … | sort … | select -First 10}. */
final class FilterStages {

    private static final String NOT_SHOWN = "what is shown of each device can't be chosen here.";

    private final FilterCursor cursor;
    private final FilterDraft draft;
    private final FilterResult result;
    private final FilterConditions conditions;
    private final FilterOrders orders;
    private final FilterSource source;
    private boolean sure;
    private boolean counted;

    FilterStages(FilterCursor cursor, FilterDraft draft, FilterResult result) {
        this.cursor = cursor;
        this.draft = draft;
        this.result = result;
        conditions = new FilterConditions(cursor, draft);
        orders = new FilterOrders(cursor, draft, result);
        source = new FilterSource(cursor, draft, result, orders);
    }

    /** Whether something of it is done with devices in filters only. */
    boolean isSure() {
        return sure || source.isSure();
    }

    void read() {
        if (isCountedInBrackets()) {
            countedInBrackets();
        } else {
            pipeline();
        }
        left(Integer.MAX_VALUE);
    }

    /** Reports what is left before a place. */
    private void left(int end) {
        if (!cursor.atEnd() && cursor.mark() < end) {
            int start = cursor.start();
            while (!cursor.atEnd() && cursor.mark() < end) {
                cursor.take();
            }
            draft.breakAt(start, cursor.end(), "this is no part of a filter.");
        }
    }

    private void pipeline() {
        boolean first = !source.read();
        boolean named = !first;
        while (!cursor.atEnd() && !cursor.isMark(")")) {
            boolean parted = cursor.acceptMark("|") || cursor.acceptMark("&");
            FilterToken token = cursor.peek();
            if (token == null || !parted && !first && !named) {
                return;
            }
            first = false;
            named = false;
            stage(token, parted);
        }
    }

    /** "(devices | where …).Count". */
    private boolean isCountedInBrackets() {
        int open = cursor.mark();
        if (!cursor.isMark("(")) {
            return false;
        }
        cursor.reset(cursor.closing(open) + 1);
        FilterToken behind = cursor.peek();
        cursor.reset(open);
        return behind != null
                && behind.kind() == Kind.MEMBER
                && Set.of(".count", ".length").contains(behind.lower());
    }

    private void countedInBrackets() {
        int close = cursor.closing(cursor.mark());
        cursor.take();
        pipeline();
        left(close);
        cursor.reset(close + 1);
        FilterToken count = cursor.take();
        orders.count(count.start(), count.end());
        sure = true;
    }

    private void stage(FilterToken token, boolean parted) {
        int start = token.start();
        switch (token.isWord() ? token.lower() : "") {
            case "where", "where-object", "?" -> {
                cursor.take();
                sure |= parted || !token.isWord("where");
                cursor.accept(Kind.DASH, "-filterscript", "-property");
                filter(start, false);
            }
            case "$filter", "$orderby", "$top", "$count", "$select" -> option(token);
            case "count", "measure", "measure-object" -> count(token, parted);
            case "summarize" -> summarize(start, parted);
            case "group", "group-object" -> group(token, parted);
            case "sort", "sort-object", "order", "orderby" -> {
                cursor.take();
                sure |= parted || token.isWord("sort-object");
                boolean azure = cursor.acceptWord("by") && parted;
                cursor.accept(Kind.DASH, "-property");
                orders.sort(start, !azure, false);
            }
            case "top", "take", "limit" -> {
                cursor.take();
                sure |= parted;
                if (token.isWord("top")) {
                    orders.top(start);
                } else {
                    orders.first(start);
                }
            }
            case "select", "select-object" -> select(token, parted);
            case "project", "format-table", "ft", "format-list", "fl", "out-gridview", "export-csv" -> {
                cursor.toEndOfStage();
                sure |= parted;
                draft.missLightly(start, cursor.end(), NOT_SHOWN);
            }
            default -> filter(start, false);
        }
    }

    /** "$filter=": the options of OData say the same in any order. */
    private void option(FilterToken name) {
        int start = name.start();
        cursor.take();
        sure = true;
        if (!cursor.accept(Kind.SIGN, "=")) {
            draft.breakAt(start, cursor.end(), "“=” is missing behind it.");
            return;
        }
        switch (name.lower()) {
            case "$filter" -> filter(cursor.start(), true);
            case "$orderby" -> orders.sort(start, true, true);
            case "$top" -> orders.first(start);
            case "$select" -> {
                while (!cursor.atEnd() && !cursor.isMark("&")) {
                    cursor.take();
                }
                draft.missLightly(start, cursor.end(), NOT_SHOWN);
            }
            default -> {
                if (!cursor.acceptWord("true")) {
                    draft.breakAt(start, cursor.end(), "it is true or not there.");
                }
            }
        }
    }

    private void filter(int start, boolean anywhere) {
        boolean late = !anywhere
                && (result.isLimited() || counted || !result.groupedBy().isEmpty());
        boolean block = cursor.acceptMark("{");
        Condition condition = conditions.read();
        if (block && !cursor.acceptMark("}")) {
            draft.breakAt(start, cursor.end(), "a bracket is not closed.");
        }
        if (condition != null) {
            result.where(condition);
        }
        if (late) {
            draft.miss(start, cursor.end(), "what is left out here was counted before: say it first.");
        }
    }

    /** "measure", "count()", and conditions behind it: "measure silent-everywhere". */
    private void count(FilterToken token, boolean parted) {
        cursor.take();
        sure |= parted || token.isWord("measure-object");
        if (cursor.isMark("(") && cursor.ahead(1) instanceof FilterToken close && close.isMark(")")) {
            cursor.take();
            cursor.take();
        }
        orders.count(token.start(), cursor.end());
        if (cursor.atEnd() || cursor.isMark("|") || cursor.isMark(")")) {
            counted = true;
        } else {
            cursor.acceptWord("where");
            filter(cursor.start(), false);
        }
    }

    /** A sentence can begin so, too: only behind a bar, or before a function, it is sure. */
    private void summarize(int start, boolean parted) {
        cursor.take();
        if (cursor.ahead(1) instanceof FilterToken is && is.is(Kind.SIGN, "=")) {
            cursor.take();
            cursor.take();
        }
        boolean counts = cursor.acceptWord("count") && cursor.acceptMark("(") && cursor.acceptMark(")");
        sure |= parted || counts;
        if (!counts) {
            cursor.toEndOfStage();
            draft.breakAt(start, cursor.end(), "only how many there are is counted here: say summarize count() by.");
        } else if (cursor.acceptWord("by")) {
            orders.group(start);
        } else {
            orders.count(start, cursor.end());
            counted = true;
        }
    }

    /** A group of devices can be compared, too: then no field stands behind it. */
    private void group(FilterToken token, boolean parted) {
        int mark = cursor.mark();
        cursor.take();
        boolean by = cursor.acceptWord("by") || cursor.accept(Kind.DASH, "-property");
        int behind = cursor.mark();
        boolean field = FilterProperties.read(cursor) != null;
        if (!field && !parted && !by && !token.isWord("group-object")) {
            cursor.reset(mark);
            filter(token.start(), false);
            return;
        }
        cursor.reset(behind);
        sure |= parted || token.isWord("group-object");
        orders.group(token.start());
        cursor.accept(Kind.DASH, "-noelement");
    }

    /** "-First 5", "displayName, model". */
    private void select(FilterToken token, boolean parted) {
        cursor.take();
        sure |= parted || token.isWord("select-object");
        if (cursor.accept(Kind.DASH, "-first")) {
            sure = true;
            orders.first(token.start());
        }
        cursor.accept(Kind.DASH, "-property");
        if (cursor.atEnd() || cursor.isMark("|") || cursor.isMark(")")) {
            return;
        }
        int shown = cursor.start();
        boolean columns = true;
        while (!cursor.atEnd() && !cursor.isMark("|") && !cursor.isMark(")")) {
            FilterToken next = cursor.take();
            columns &= next.isWord() || next.isMark(",");
        }
        if (columns) {
            draft.missLightly(shown, cursor.end(), NOT_SHOWN);
        } else {
            draft.breakAt(shown, cursor.end(), "this is not known here: say -First and a number.");
        }
    }
}
