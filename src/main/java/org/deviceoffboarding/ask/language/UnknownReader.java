package org.deviceoffboarding.ask.language;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.time.Numbers;
import org.deviceoffboarding.ask.language.vocabulary.SingleQuestions;
import org.deviceoffboarding.ask.language.vocabulary.Spelled;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.IdReader;
import org.deviceoffboarding.language.Token;

/** Reads words that the language does not know: names are recognized by their form, and all others are missed. */
final class UnknownReader {

    private static final Set<String> PLACES = Set.of("from", "in", "of", "at", "for", "by");

    /** Where these are left over, a comparison is not understood. */
    private static final Set<String> COMPARES = Set.of(
            "hide",
            "least",
            "between",
            "above",
            "below",
            "under",
            "fewer",
            "than",
            "exactly",
            "biggest",
            "largest",
            "smallest",
            "greatest",
            "highest",
            "lowest",
            "busiest",
            "bigger",
            "larger",
            "smaller",
            "nor",
            "neither",
            "quarter",
            "half",
            "twice",
            "double",
            "percent",
            "per",
            "stopped",
            "became",
            "becoming",
            "ceased");

    private final Reading reading;
    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;
    private final PersonReader persons;
    private final NameReader names;
    private final ComparedReader comparisons;

    UnknownReader(Reading reading, PersonReader persons, NameReader names, ComparedReader comparisons) {
        this.reading = reading;
        tokens = reading.tokens();
        cursor = reading.cursor();
        draft = reading.draft();
        this.persons = persons;
        this.names = names;
        this.comparisons = comparisons;
    }

    void read() {
        Token token = cursor.take();
        String text = token.text();
        if (comparesNumbers(token) || names.isPart(text)) {
            return;
        }
        if (text.indexOf('@') >= 0 && text.length() > 3) {
            persons.named(token);
        } else if (IdReader.isLike(token) && text.length() == 36) {
            reading.term(new Condition.Is(new Criterion.Ids(List.of(IdReader.parse(token)))), ConditionType.IDS, false);
        } else if (SingleQuestions.isName(token)
                || text.indexOf('*') >= 0 && text.chars().anyMatch(Character::isLetterOrDigit)) {
            if (draft.last() instanceof Item.Hole) {
                reading.miss(Reading.UNKNOWN, List.of());
            } else {
                names.name(text);
            }
        } else {
            missUnknown(token);
        }
    }

    /** Reads words that could mean more than one thing. */
    void unclear(Concept.Unclear unclear) {
        aroundIt();
        reading.miss(unclear.reason(), unclear.replacements());
        if (unclear.dangerous()) {
            draft.endanger();
        }
    }

    /** "More … than a month ago" compares two numbers. */
    private boolean comparesNumbers(Token token) {
        boolean more = Set.of("more", "fewer", "less").contains(token.lower());
        boolean than = tokens.subList(cursor.mark(), tokens.size()).stream().anyMatch(other -> other.isWord("than"));
        if (more && than) {
            draft.want(Wish.COUNT);
            comparisons.compared(false, reading.start());
        }
        return more && than;
    }

    /** "Around Easter" is missed as a whole. */
    private void aroundIt() {
        if (reading.start() > 0
                && Set.of("around", "about", "near")
                        .contains(tokens.get(reading.start() - 1).lower())) {
            reading.startEarlier();
        }
    }

    /** "Defender turned off": what is not known is off, not the device. Before devices it is said of them. */
    private void switchedBehind() {
        int mark = cursor.mark();
        cursor.skip(Set.of("is", "are", "was", "were", "being", "been", "has"));
        boolean switched = cursor.accept(Vocabulary.PHRASES) instanceof Concept.Fixed(ConditionType type, var _)
                && type == ConditionType.ENABLED;
        Concept behind = switched ? cursor.peek(Vocabulary.PHRASES) : null;
        if (!switched || behind instanceof Concept.Noun || behind instanceof Concept.PlatformName) {
            cursor.reset(mark);
        }
    }

    /** "Under warranty" compares nothing. */
    private boolean isState(Token token) {
        return token.isWord("under")
                && !cursor.atEnd()
                && Numbers.of(cursor.lower(0)) == null
                && cursor.peek(Vocabulary.PHRASES) == null;
    }

    private void missUnknown(Token token) {
        String before = reading.start() > 0 ? tokens.get(reading.start() - 1).lower() : "";
        before = before.equals("the") && reading.start() > 1
                ? tokens.get(reading.start() - 2).lower()
                : before;
        boolean place =
                PLACES.contains(before) && Character.isUpperCase(token.text().charAt(0));
        aroundIt();
        if (!place) {
            switchedBehind();
        }
        boolean compares = COMPARES.contains(token.lower()) && !isState(token)
                || Numbers.isOrdinal(token.lower())
                        && (before.equals("every") || cursor.peek(Vocabulary.PHRASES) != null);
        boolean ends = Character.isDigit(token.text().charAt(0))
                && Set.of("to", "and", "or", "through", "until", "-").contains(before);
        if (compares || ends) {
            draft.endanger();
        }
        List<String> near = Spelled.near(token.text());
        reading.miss(
                place ? "it is not said whether this is a department or a group." : Reading.UNKNOWN,
                place
                        ? List.of("the department \"" + token.text() + "\"", "group \"" + token.text() + "\"")
                        : near.size() > 4 ? List.of() : near);
    }
}
