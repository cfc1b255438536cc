package org.deviceoffboarding.ask.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.text.Deed;
import org.deviceoffboarding.ask.language.vocabulary.Spelled;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;

/** Reads persons: who uses a device, and who removed one. */
final class PersonReader {

    private static final Set<String> TITLES =
            Set.of("user", "admin", "administrator", "colleague", "technician", "mr", "mrs", "ms");

    private static final Set<String> SELF = Set.of("himself", "herself", "themselves", "personally", "manually");

    private static final Set<String> WERE_REMOVED = Set.of("wiped", "retired", "deleted");

    private static final Set<String> BUT = Set.of(
            "anyone",
            "anybody",
            "everyone",
            "everybody",
            "someone",
            "somebody",
            "else",
            "but",
            "except",
            "other",
            "than",
            "not");

    /** What is said with an "'s" and has no devices. */
    private static final Set<String> NO_PERSONS = Set.of(
            "let",
            "how",
            "this",
            "here",
            "yesterday",
            "tomorrow",
            "today",
            "tonight",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "week",
            "month",
            "year",
            "quarter",
            "dell",
            "lenovo",
            "hp",
            "acer",
            "asus",
            "apple",
            "samsung",
            "google",
            "sony",
            "toshiba",
            "fujitsu",
            "huawei",
            "xiaomi",
            "nokia",
            "motorola",
            "zebra",
            "boss",
            "audit",
            "auditor",
            "team",
            "nothing",
            "other",
            "another",
            "same");

    private static final Set<String> BEFORE_NOUNS =
            Set.of("the", "a", "an", "my", "our", "his", "her", "their", "this", "that");

    /** So many words can stand between "by" and who did it. */
    private static final int FAR = 4;

    private final Reading reading;
    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;
    private final RemovalReader removals;

    PersonReader(Reading reading, RemovalReader removals) {
        this.reading = reading;
        tokens = reading.tokens();
        cursor = reading.cursor();
        draft = reading.draft();
        this.removals = removals;
    }

    /** "Anna's devices". */
    boolean owner() {
        int mark = cursor.mark();
        List<String> words = new ArrayList<>();
        for (int i = mark; i < Math.min(tokens.size() - 1, mark + 3); i++) {
            Token token = tokens.get(i);
            if (!token.isValue()
                    || words.isEmpty()
                            && token.isWord()
                            && (Vocabulary.PHRASES.match(tokens, i) != null
                                    && token.text().indexOf('@') < 0)) {
                return false;
            }
            words.add(token.text());
            if (tokens.get(i + 1).isWord("'s")) {
                cursor.reset(i + 2);
                if (isNoPerson(mark, words)) {
                    reading.missDangerously("whose devices these are is not said: name the user.", List.of());
                    return true;
                }
                reading.term(
                        new Condition.Is(new Criterion.Texts(ConditionType.USER, List.of(String.join(" ", words)))),
                        ConditionType.USER,
                        false);
                return true;
            }
            if (!Character.isUpperCase(token.text().charAt(0))) {
                return false;
            }
        }
        return false;
    }

    /** "Yesterday's", "Dell's", "the auditor's": a day, a maker, or somebody who is not named. */
    private boolean isNoPerson(int start, List<String> words) {
        String first = words.getFirst();
        String before = start > 0 ? tokens.get(start - 1).lower() : "";
        boolean small = first.equals(first.toLowerCase(Locale.ROOT)) && first.indexOf('@') < 0;
        return words.size() == 1
                && (NO_PERSONS.contains(first.toLowerCase(Locale.ROOT)) || small && BEFORE_NOUNS.contains(before));
    }

    /** "What devices is Peter Olsen using". */
    boolean using() {
        int mark = cursor.mark();
        if (!Set.of("is", "does", "has", "did").contains(cursor.lower(0))) {
            return false;
        }
        List<String> words = new ArrayList<>();
        int at = mark + 1;
        while (at < tokens.size() && words.size() < 3 && isNamePart(at)) {
            words.add(tokens.get(at).text());
            at++;
        }
        boolean uses = !words.isEmpty()
                && at < tokens.size()
                && tokens.get(at).isWord()
                && Set.of("using", "use", "used", "own", "owning")
                        .contains(tokens.get(at).lower());
        if (uses) {
            cursor.reset(at + 1);
            reading.term(
                    new Condition.Is(new Criterion.Texts(ConditionType.USER, List.of(String.join(" ", words)))),
                    ConditionType.USER,
                    false);
        }
        return uses;
    }

    private boolean isNamePart(int at) {
        Token token = tokens.get(at);
        return token.isWord()
                && Character.isUpperCase(token.text().charAt(0))
                && Vocabulary.PHRASES.match(tokens, at) == null
                && !Spelled.isKnown(token.text());
    }

    /** Who is named without a word before is the user; behind "by" it is who removed a device. */
    void named(Token token) {
        String before = reading.start() > 0 ? tokens.get(reading.start() - 1).lower() : "";
        List<String> people = new ArrayList<>(List.of(token.text()));
        for (int here = cursor.mark(); !cursor.atEnd(); here = cursor.mark()) {
            boolean more = cursor.peek().kind() == Token.Kind.COMMA
                            && cursor.take() != null | (cursor.accept("and") | cursor.accept("or"))
                    || cursor.accept("or")
                    || cursor.accept("and");
            if (!more || cursor.atEnd() || cursor.peek().text().indexOf('@') < 0) {
                cursor.reset(here);
                break;
            }
            people.add(cursor.take().text());
        }
        for (int i = reading.start() - 1;
                i >= Math.max(0, reading.start() - 4)
                        && BUT.contains(tokens.get(i).lower());
                i--) {
            before = i > 0 && tokens.get(i - 1).isWord("by") ? "by" : before;
        }
        Deed deed = Deed.of(tokens, reading.start(), cursor.mark(), true);
        if (deed.kind() != Deed.Kind.NOTHING) {
            did(deed, people);
        } else if (before.equals("by")
                && (removals.isRead()
                        || draft.sortedBy() == ConditionType.REMOVED
                        || draft.sortedBy() == ConditionType.REMOVED_BY)) {
            removedBy(people);
        } else if (before.equals("by")
                || before.equals("to")
                || isBehindBy()
                || draft.last() instanceof Item.Hole && !isOf(before)) {
            reading.miss("it is not said what of this person.", List.of("user " + token.text()));
        } else if (WERE_REMOVED.contains(before)) {
            reading.miss(
                    "whether this person used these devices or removed them is not said.",
                    List.of("by " + token.text(), "with user " + token.text()));
        } else {
            reading.term(new Condition.Is(new Criterion.Texts(ConditionType.USER, people)), ConditionType.USER, false);
        }
    }

    private void removedBy(List<String> people) {
        reading.term(
                new Condition.Is(new Criterion.Texts(ConditionType.REMOVED_BY, people)),
                ConditionType.REMOVED_BY,
                false);
        removals.removedBy();
    }

    /** "Did Anna Berg wipe", "the admin Anna has wiped": what somebody did who is not named by an address alone. */
    boolean did() {
        int mark = cursor.mark();
        int start = TITLES.contains(cursor.lower(0)) ? mark + 1 : mark;
        int at = start;
        while (at < tokens.size()
                && at < start + 3
                && (isNamePart(at)
                        || at > start && TeamNames.isLast(tokens.get(at))
                        || start > mark && isAddress(at))) {
            at++;
        }
        Deed deed = at == start ? null : Deed.of(tokens, mark, at, false);
        if (deed == null || deed.kind() == Deed.Kind.NOTHING) {
            return false;
        }
        cursor.reset(at);
        did(deed, List.of(tokens.subList(start, at).stream().map(Token::text).collect(Collectors.joining(" "))));
        return true;
    }

    private boolean isAddress(int at) {
        return tokens.get(at).isWord() && tokens.get(at).text().indexOf('@') > 0;
    }

    private void did(Deed deed, List<String> people) {
        if (deed.kind() == Deed.Kind.REMOVAL) {
            removedBy(people);
            cursor.reset(deed.from());
            if (deed.from() == deed.verb()) {
                removed();
            }
        } else {
            cursor.reset(deed.verb() + 1);
            reading.missDangerously(
                    deed.kind() == Deed.Kind.OTHER
                            ? "who did this is not known here, only who removed devices."
                            : "this can mean others of this person, or what nobody removed: say \"not removed by\".",
                    List.of());
        }
    }

    /** "Laptops of anna@contoso.com": whatever they are, whose they are is said. */
    private boolean isOf(String before) {
        return before.equals("of")
                && reading.start() > 1
                && Vocabulary.PHRASES.match(tokens, reading.start() - 2) instanceof Phrases.Match<Concept> match
                && match.value() instanceof Concept.Unclear unclear
                && !unclear.dangerous();
    }

    /** "Disabled by the admin": what was done by whom is known of removals alone. */
    boolean isBehindBy() {
        if (!draft.groupedBy().isEmpty() || draft.sortedBy() != null) {
            return false;
        }
        for (int before = reading.start() - 1; before >= Math.max(0, reading.start() - FAR); before--) {
            if (tokens.get(before).isWord("by")) {
                return draft.endOfRead() <= tokens.get(before).end();
            }
        }
        return false;
    }

    /** "… wiped": what somebody did with devices. */
    private void removed() {
        reading.begin();
        Choice how =
                switch (cursor.lower(0)) {
                    case "wipe", "wiped" -> Choice.WIPE;
                    case "retire", "retired" -> Choice.RETIRE;
                    case "delete", "deleted" -> Choice.DELETE;
                    default -> null;
                };
        if (how != null || !(cursor.accept(Vocabulary.PHRASES) instanceof Concept.RemovalOf removal)) {
            cursor.take();
            cursor.skip(SELF);
            removals.removal(new Concept.RemovalOf(how, how == null ? null : Vocabulary.choices(how)), reading.start());
        } else {
            removals.removal(removal, reading.start());
        }
    }
}
