package org.deviceoffboarding.ask.language;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.time.TimeClause;
import org.deviceoffboarding.ask.language.time.When;
import org.deviceoffboarding.ask.language.time.WhenReader;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Since;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.TimePoint;
import org.deviceoffboarding.language.Token;

/** Reads what an answer is compared with: the run before, or a time. */
final class ComparedReader {

    private static final Phrases<Boolean> PREVIOUS_RUN = new Phrases<Boolean>().with(true, """
            last run, previous run, run before, prior run, earlier run, last time, run before this, one before, latest run, last evaluation, preceding run, last scan,
            last inventory, time before, previous one, last one, previous scan, run before this one, run before that, before, run earlier, run previous, preceding one, previous evaluation, last analysis, run before last""");

    private static final Set<String> AROUND = Set.of(
            "the",
            "that",
            "those",
            "with",
            "to",
            "from",
            "than",
            "against",
            "of",
            "in",
            "since",
            "at",
            "on",
            "what",
            "it",
            "was",
            "were",
            "they",
            "ones",
            "and",
            "one",
            "number",
            "count",
            "our",
            "devices",
            "list",
            "result",
            "results",
            "how",
            "looked",
            "things",
            "is",
            "as",
            "had",
            "state",
            "situation",
            "numbers",
            "day",
            "figures",
            "been",
            "like");

    private static final Set<String> COMPARES =
            Set.of("with", "to", "from", "than", "against", "since", "versus", "vs", "and", "of", "before", "between");

    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;
    private final WhenReader whens;
    private int comparing = -1;
    private int comparingEnd = -1;

    ComparedReader(List<Token> tokens, Cursor cursor, PromptDraft draft, WhenReader whens) {
        this.tokens = tokens;
        this.cursor = cursor;
        this.draft = draft;
        this.whens = whens;
    }

    void compared(boolean previousRun, int start) {
        if (previousRun) {
            set(new Since.PreviousRun(), from(start));
            return;
        }
        comparing = from(start);
        comparingEnd = end();
        int mark = cursor.mark();
        cursor.skip(AROUND);
        boolean before = cursor.lower(0).equals("before");
        if (cursor.accept(PREVIOUS_RUN) != null && !(before && cursor.previous().isWord("before") && isUnknownHere())) {
            set(new Since.PreviousRun(), comparing);
            return;
        }
        When when = cursor.atEnd() ? null : whens.read();
        if (when == null) {
            cursor.reset(mark);
        } else {
            set(since(when), comparing);
        }
    }

    /** "Before the merger": not the run before, but a time that is not known. */
    private boolean isUnknownHere() {
        int here = cursor.mark();
        cursor.skip(Set.of("the", "our", "a", "my", "we", "they"));
        boolean unknown = !cursor.atEnd() && cursor.peek().isValue() && cursor.peek(Vocabulary.PHRASES) == null;
        cursor.reset(here);
        return unknown;
    }

    /** Reads "since the last run", wherever it stands. */
    boolean previousRun(int start) {
        int mark = cursor.mark();
        if (draft.compared() != null && !cursor.lower(0).equals("since") || !COMPARES.contains(cursor.lower(0))) {
            return false;
        }
        cursor.take();
        cursor.skip(AROUND);
        if (!cursor.atEnd() && !cursor.lower(0).equals("before") && cursor.accept(PREVIOUS_RUN) != null) {
            set(new Since.PreviousRun(), from(start));
            return true;
        }
        cursor.reset(mark);
        return false;
    }

    /** Takes a time for what is compared with, where a comparison waits for one. */
    boolean comparedWith(TimeClause clause, int start, int end) {
        if (comparing < 0 || draft.compared() != null) {
            return false;
        }
        draft.compare(since(clause.when()));
        draft.piece(start, end, "compared");
        return true;
    }

    boolean isComparing() {
        return comparing >= 0 && draft.compared() == null;
    }

    /** Takes a comparison that was never given anything to compare with for what is missing it. */
    void finish() {
        if (comparing >= 0 && draft.compared() == null) {
            draft.add(new Item.Hole(comparing, comparingEnd));
            draft.missDangerously(
                    comparing,
                    comparingEnd,
                    "with what it is to be compared is not said, or not understood: the run before, or a date.",
                    List.of());
        }
    }

    private void set(Since since, int start) {
        draft.compare(since);
        draft.piece(
                start,
                end(),
                since instanceof Since.PreviousRun ? "compared with the run before" : "compared with that time");
    }

    private static Since since(When when) {
        TimePoint moment =
                switch (when) {
                    case When.Span span -> span.begin();
                    case When.Period period -> period.first();
                    case When.Exactly exactly -> new TimePoint.Exactly(exactly.at());
                };
        return new Since.On(moment);
    }

    private int from(int start) {
        return tokens.get(start).start();
    }

    private int end() {
        return cursor.previous().end();
    }
}
