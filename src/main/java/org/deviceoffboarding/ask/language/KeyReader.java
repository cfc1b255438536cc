package org.deviceoffboarding.ask.language;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Cursor;
import org.jspecify.annotations.Nullable;

/** Reads whether the BitLocker key or the LAPS password of a device is known. */
final class KeyReader {

    private static final Set<String> AROUND = Set.of(
            "is",
            "are",
            "=",
            "key",
            "keys",
            "that",
            "which",
            "have",
            "has",
            "been",
            "state",
            "was",
            "we",
            "i",
            "do",
            "password",
            "passwords");
    private static final Set<String> LACKS = Set.of("missing", "lacking", "nor", "no", "neither", "without");
    private static final Set<String> KNOWN = Set.of(
            "known",
            "available",
            "stored",
            "escrowed",
            "present",
            "kept",
            "saved",
            "recorded",
            "yes",
            "know",
            "there",
            "uploaded",
            "exists",
            "exist",
            "found",
            "backed",
            "set");
    private static final Set<String> UNKNOWN =
            Set.of("unknown", "missing", "none", "absent", "no", "lacking", "unavailable", "lost");

    private final Reading reading;
    private final Cursor cursor;
    private final PromptDraft draft;
    private final NegationReader negations;

    KeyReader(Reading reading, NegationReader negations) {
        this.reading = reading;
        cursor = reading.cursor();
        draft = reading.draft();
        this.negations = negations;
    }

    void read(ConditionType type) {
        boolean shared = draft.takeBackNot();
        int mark = cursor.mark();
        cursor.skip(AROUND);
        boolean known = !shared;
        while (isDenied()) {
            cursor.accept(Vocabulary.PHRASES);
            known = !known;
        }
        if (cursor.mark() == mark && !shared) {
            Boolean both = stateOfBoth();
            known = both == null ? known : both;
        }
        known ^= state(mark, known);
        if (cursor.mark() == mark && isSwitched()) {
            cursor.accept(Vocabulary.PHRASES);
            reading.missDangerously(
                    "only whether the key or password is known is known here, not whether it is switched on.",
                    List.of());
            return;
        }
        reading.term(Vocabulary.answer(type, known), type, false);
        if (shared && !known && cursor.mark() == mark) {
            negations.shareNot();
        }
    }

    private boolean isDenied() {
        return cursor.peek(Vocabulary.PHRASES) instanceof Concept.Negation not
                && !not.wide()
                && !LACKS.contains(cursor.lower(0));
    }

    /** Reads whether it is known; returns whether that turns round what was read before. */
    private boolean state(int mark, boolean known) {
        String state = cursor.lower(0);
        if (KNOWN.contains(state)) {
            cursor.take();
            cursor.skip(Set.of("up", "of", "to", "us"));
            return false;
        }
        if (UNKNOWN.contains(state)) {
            cursor.take();
            return true;
        }
        if (cursor.mark() > mark && (known || cursor.peek(Vocabulary.PHRASES) instanceof Concept.Fixed)) {
            cursor.reset(mark);
        }
        return false;
    }

    private boolean isSwitched() {
        return cursor.peek(Vocabulary.PHRASES) instanceof Concept.Fixed(ConditionType of, var _)
                && of == ConditionType.ENABLED;
    }

    /** "The BitLocker key and the LAPS password are unknown": of both. Null, at the same place, for anything else. */
    private @Nullable Boolean stateOfBoth() {
        int mark = cursor.mark();
        boolean joined = cursor.accept("and") || cursor.accept("&");
        cursor.skip(Set.of("the", "a", "their"));
        boolean key = joined && cursor.accept(Vocabulary.PHRASES) instanceof Concept.KeyOf;
        boolean verb = key && (cursor.accept("are") || cursor.accept("aren't"));
        boolean not = verb && (cursor.previous().isWord("aren't") || cursor.accept("not"));
        cursor.skip(Set.of("both"));
        String state = cursor.lower(0);
        cursor.reset(mark);
        if (!verb) {
            return null;
        }
        return Set.of("known", "available", "stored", "escrowed", "present").contains(state)
                ? Boolean.valueOf(!not)
                : Set.of("unknown", "missing", "lost", "unavailable").contains(state) ? Boolean.valueOf(not) : null;
    }
}
