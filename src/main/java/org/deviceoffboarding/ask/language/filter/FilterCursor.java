package org.deviceoffboarding.ask.language.filter;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.filter.FilterToken.Kind;
import org.deviceoffboarding.language.NotUnderstoodException;
import org.jspecify.annotations.Nullable;

/** A place in a filter that is being read. */
final class FilterCursor {

    private final List<FilterToken> tokens;
    private int at;

    /** @param tokens at least one */
    FilterCursor(List<FilterToken> tokens) {
        this.tokens = tokens;
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    int mark() {
        return at;
    }

    void reset(int mark) {
        at = mark;
    }

    @Nullable
    FilterToken peek() {
        return ahead(0);
    }

    @Nullable
    FilterToken ahead(int further) {
        return at + further < tokens.size() ? tokens.get(at + further) : null;
    }

    /** Returns the token here; not at the end. */
    FilterToken take() {
        return tokens.get(at++);
    }

    FilterToken get(int place) {
        return tokens.get(place);
    }

    /** Returns where in the prompt the token ends that was taken last. */
    int end() {
        return tokens.get(Math.max(0, at - 1)).end();
    }

    /** Returns where in the prompt what begins here begins; at the end, where the last token does. */
    int start() {
        return tokens.get(Math.min(at, tokens.size() - 1)).start();
    }

    boolean isWord(String... words) {
        FilterToken token = peek();
        return token != null && token.isWord() && Set.of(words).contains(token.lower());
    }

    boolean isMark(String mark) {
        FilterToken token = peek();
        return token != null && token.isMark(mark);
    }

    boolean acceptMark(String mark) {
        boolean is = isMark(mark);
        at += is ? 1 : 0;
        return is;
    }

    boolean acceptWord(String... words) {
        boolean is = isWord(words);
        at += is ? 1 : 0;
        return is;
    }

    boolean accept(Kind kind, String... words) {
        FilterToken token = peek();
        boolean is = token != null && token.kind() == kind && Set.of(words).contains(token.lower());
        at += is ? 1 : 0;
        return is;
    }

    void expectMark(String mark) {
        if (!acceptMark(mark)) {
            throw problem("here “" + mark + "” is missing.");
        }
    }

    /** Returns the exception for what stands here, or for the end. */
    NotUnderstoodException problem(String sentence) {
        FilterToken token = tokens.get(Math.min(at, tokens.size() - 1));
        return new NotUnderstoodException(token.start(), token.end(), sentence, List.of());
    }

    /** Moves to where the next is done with devices. */
    void toEndOfStage() {
        while (!atEnd() && !isMark("|")) {
            at++;
        }
    }

    /** Returns the place of the bracket that closes the one at a place, or the end. */
    int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            FilterToken token = tokens.get(i);
            if (token.kind() == Kind.MARK && "({[".contains(token.text())) {
                depth++;
            } else if (token.kind() == Kind.MARK && ")}]".contains(token.text())) {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return tokens.size();
    }
}
