package org.deviceoffboarding.ask.language;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.time.Numbers;
import org.deviceoffboarding.ask.language.time.Than;
import org.deviceoffboarding.ask.language.time.TimeClause;
import org.deviceoffboarding.ask.language.time.WhenReader;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;

/** Reads times that stand before what they are of, or behind it at some distance. */
final class FloatingTimeReader {

    private static final Set<String> TIMES_BEGIN = Set.of("today", "yesterday", "last", "this", "past", "tonight");

    private final Reading reading;
    private final List<Token> tokens;
    private final Cursor cursor;
    private final ComparedReader comparisons;
    private final Happenings happenings;
    private final WhenReader whens;

    FloatingTimeReader(Reading reading, ComparedReader comparisons, Happenings happenings, WhenReader whens) {
        this.reading = reading;
        tokens = reading.tokens();
        cursor = reading.cursor();
        this.comparisons = comparisons;
        this.happenings = happenings;
        this.whens = whens;
    }

    /** A time that stands before what it is of, or behind it at some distance. */
    boolean read() {
        Phrases.Match<Concept> concept = Vocabulary.PHRASES.match(tokens, reading.start());
        Phrases.Match<Than> than = Than.TIMES.match(tokens, reading.start());
        String word = cursor.lower(0);
        boolean bare = Character.isDigit(word.charAt(0)) && word.length() != 4
                || TIMES_BEGIN.contains(word)
                || WhenReader.UNITS.containsKey(cursor.lower(1)) && Numbers.of(word) != null;
        if (than == null && !bare
                || concept != null && than != null && concept.next() > than.next()
                || concept != null
                        && than == null
                        && !(concept.value() instanceof Concept.Filler
                                || concept.value() instanceof Concept.Narrowing
                                || concept.value() instanceof Concept.Noun)) {
            return false;
        }
        if (comparisons.previousRun(reading.start())) {
            return true;
        }
        TimeClause clause = TimeClause.read(cursor, whens, bare);
        if (clause == null) {
            cursor.reset(reading.start());
            return than != null && concept == null && comparison(than);
        }
        if (!comparisons.comparedWith(clause, reading.from(), reading.to())) {
            happenings.floating(clause, reading.start());
        }
        return true;
    }

    /** "Under warranty" compares nothing. */
    private boolean isState(int next) {
        return cursor.lower(0).equals("under")
                && next < tokens.size()
                && tokens.get(next).isWord()
                && Numbers.of(tokens.get(next).lower()) == null
                && Vocabulary.PHRASES.match(tokens, next) == null;
    }

    /** A comparison without a time could be with anything. */
    private boolean comparison(Phrases.Match<Than> than) {
        if (Set.of(Than.ON, Than.WITHIN, Than.BETWEEN, Than.UNTIL).contains(than.value()) || isState(than.next())) {
            return false;
        }
        cursor.reset(than.next());
        reading.missDangerously("with what this compares is not understood.", List.of());
        return true;
    }
}
