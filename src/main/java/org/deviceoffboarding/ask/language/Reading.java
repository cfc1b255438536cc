package org.deviceoffboarding.ask.language;

import java.util.List;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/** A prompt that is being read: where its readers are, where the words began that they read now, and what came of it. */
final class Reading {

    static final String UNKNOWN = "this says nothing that is known of devices here.";
    static final String NO_VALUE = "a value is missing behind it.";

    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;
    private final boolean further;
    private int start;

    /** @param further whether the prompt can speak of the devices of a question before */
    Reading(String prompt, List<Token> tokens, boolean further) {
        this.tokens = tokens;
        this.further = further;
        cursor = new Cursor(tokens);
        draft = new PromptDraft(prompt);
    }

    List<Token> tokens() {
        return tokens;
    }

    Cursor cursor() {
        return cursor;
    }

    PromptDraft draft() {
        return draft;
    }

    boolean further() {
        return further;
    }

    /** Returns the token at which the words began that are read now. */
    int start() {
        return start;
    }

    /** Other words begin here. */
    void begin() {
        start = cursor.mark();
    }

    /** The word before belongs to what is read now. */
    void startEarlier() {
        start--;
    }

    /** Returns where in the prompt the words begin that are read now. */
    int from() {
        return tokens.get(start).start();
    }

    /** Returns where in the prompt the words end that are read now. */
    int to() {
        return Math.max(from(), cursor.previous().end());
    }

    /** Adds the condition that these words are. */
    void term(Condition condition, @Nullable ConditionType type, boolean where) {
        draft.add(new Item.Term(condition, type, where, from(), to()));
    }

    /** Reports these words. */
    void miss(String reason, List<String> replacements) {
        draft.add(new Item.Hole(from(), to()));
        draft.miss(from(), to(), reason, replacements);
    }

    /** Reports these words, without which the others could mean something else. */
    void missDangerously(String reason, List<String> replacements) {
        miss(reason, replacements);
        draft.endanger();
    }
}
