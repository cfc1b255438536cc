package org.deviceoffboarding.ask.language.filter;

import java.util.Map;
import java.util.Set;
import org.deviceoffboarding.ask.language.filter.FilterToken.Kind;
import org.jspecify.annotations.Nullable;

/** How a property is compared with a value. */
enum FilterOperator {
    EQUAL,
    UNEQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST,
    LIKE,
    UNLIKE,
    IN,
    NOT_IN,
    MATCHES,
    MATCHES_NOT,
    STARTS,
    STARTS_NOT,
    ENDS,
    ENDS_NOT,
    CONTAINS,
    CONTAINS_NOT,

    /** A list, and what is in it: the other way round. */
    HOLDS,
    HOLDS_NOT;

    private static final Map<String, FilterOperator> DASHES = Map.ofEntries(
            Map.entry("eq", EQUAL),
            Map.entry("ne", UNEQUAL),
            Map.entry("lt", LESS),
            Map.entry("le", AT_MOST),
            Map.entry("gt", MORE),
            Map.entry("ge", AT_LEAST),
            Map.entry("like", LIKE),
            Map.entry("notlike", UNLIKE),
            Map.entry("in", IN),
            Map.entry("notin", NOT_IN),
            Map.entry("match", MATCHES),
            Map.entry("notmatch", MATCHES_NOT),
            Map.entry("contains", HOLDS),
            Map.entry("notcontains", HOLDS_NOT));

    private static final Map<String, FilterOperator> SIGNS = Map.of(
            "=", EQUAL, "==", EQUAL, "=~", EQUAL, "!=", UNEQUAL, "<>", UNEQUAL, "!~", UNEQUAL, "<", LESS, "<=", AT_MOST,
            ">", MORE, ">=", AT_LEAST);

    private static final Map<String, FilterOperator> WORDS = Map.ofEntries(
            Map.entry("eq", EQUAL),
            Map.entry("ne", UNEQUAL),
            Map.entry("lt", LESS),
            Map.entry("le", AT_MOST),
            Map.entry("gt", MORE),
            Map.entry("ge", AT_LEAST),
            Map.entry("like", LIKE),
            Map.entry("in", IN),
            Map.entry("in~", IN),
            Map.entry("startswith", STARTS),
            Map.entry("endswith", ENDS),
            Map.entry("contains", CONTAINS));

    /** Words of these are no words of sentences. */
    private static final Set<String> FORMAL =
            Set.of("eq", "ne", "lt", "le", "gt", "ge", "in~", "startswith", "endswith", "==", "=~", "!=", "<>", "!~");

    /** Reads one and moves behind it, or returns null, at the same place, where none stands. */
    static @Nullable FilterOperator read(FilterCursor cursor) {
        FilterToken token = cursor.peek();
        if (token == null) {
            return null;
        }
        if (token.is(Kind.SIGN, "!") || token.isWord("not")) {
            FilterToken next = cursor.ahead(1);
            FilterOperator operator = next == null || !next.isWord() ? null : WORDS.get(next.lower());
            if (operator == null || operator.negated() == operator) {
                return null;
            }
            cursor.take();
            cursor.take();
            return operator.negated();
        }
        FilterOperator operator =
                switch (token.kind()) {
                    case DASH -> dash(token.lower().substring(1));
                    case SIGN -> SIGNS.get(token.text());
                    case WORD -> WORDS.get(token.lower());
                    case TEXT, NUMBER, MARK, MEMBER -> null;
                };
        if (operator != null) {
            cursor.take();
        }
        return operator;
    }

    /** Returns whether a token compares, with a hyphen before it. */
    static boolean isDash(FilterToken token) {
        return token.kind() == Kind.DASH && dash(token.lower().substring(1)) != null;
    }

    static boolean isFormal(FilterToken token) {
        return isDash(token) || FORMAL.contains(token.lower());
    }

    /** Returns what compares the other way round: "5 is less than x" says that x is more. */
    @Nullable
    FilterOperator reversed() {
        return switch (this) {
            case EQUAL, UNEQUAL -> this;
            case LESS -> MORE;
            case AT_MOST -> AT_LEAST;
            case MORE -> LESS;
            case AT_LEAST -> AT_MOST;
            case HOLDS -> IN;
            case HOLDS_NOT -> NOT_IN;
            default -> null;
        };
    }

    /** Returns whether it says that something does not hold. */
    boolean isDenial() {
        return switch (this) {
            case UNEQUAL, UNLIKE, NOT_IN, MATCHES_NOT, STARTS_NOT, ENDS_NOT, CONTAINS_NOT, HOLDS_NOT -> true;
            default -> false;
        };
    }

    /** Returns what it denies, or itself. */
    FilterOperator asserted() {
        return switch (this) {
            case UNEQUAL -> EQUAL;
            case UNLIKE -> LIKE;
            case NOT_IN -> IN;
            case MATCHES_NOT -> MATCHES;
            case STARTS_NOT -> STARTS;
            case ENDS_NOT -> ENDS;
            case CONTAINS_NOT -> CONTAINS;
            case HOLDS_NOT -> HOLDS;
            default -> this;
        };
    }

    private FilterOperator negated() {
        return switch (this) {
            case EQUAL -> UNEQUAL;
            case LIKE -> UNLIKE;
            case IN -> NOT_IN;
            case MATCHES -> MATCHES_NOT;
            case STARTS -> STARTS_NOT;
            case ENDS -> ENDS_NOT;
            case CONTAINS -> CONTAINS_NOT;
            default -> this;
        };
    }

    /** PowerShell compares texts behind an "i" as without: capital and small letters are the same. */
    private static @Nullable FilterOperator dash(String word) {
        FilterOperator plain = DASHES.get(word);
        return plain == null && word.startsWith("i") ? DASHES.get(word.substring(1)) : plain;
    }
}
