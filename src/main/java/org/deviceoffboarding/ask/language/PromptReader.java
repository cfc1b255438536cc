package org.deviceoffboarding.ask.language;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.time.Than;
import org.deviceoffboarding.ask.language.time.WhenReader;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.NotUnderstoodException;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;

/**
 * Reads a prompt about many devices: each word becomes part of a condition or of what is wanted, says nothing, or is missed.
 * What begins at a word is offered to the readers one after the other; the first that knows it reads it.
 */
final class PromptReader {

    /** Of the devices of a question before, they leave some out. */
    private static final Set<String> TAKES_AWAY = Set.of(
            "remove", "drop", "hide", "discard", "eliminate", "removing", "dropping", "hiding", "discarding", "cut");

    /** What can stand before them: "could you please also". */
    private static final Set<String> ASKING_TO = Set.of(
            "can", "could", "would", "will", "you", "we", "let", "lets", "let's", "us", "i", "please", "kindly", "now",
            "also", "just", "then", "and", "but", "ok", "okay", "so", "next", "first", "may", "might", "simply");

    /** "Take the Macs away": a verb that is in two parts. */
    private static final Set<String> TAKES =
            Set.of("take", "leave", "filter", "keep", "strip", "cut", "sort", "throw", "move", "put");

    private static final Set<String> AWAY = Set.of("away", "out", "off", "aside");

    private final Reading reading;
    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;
    private final Happenings happenings;
    private final TimedReader timed;
    private final RemovalReader removals;
    private final ComparedReader comparisons;
    private final RankReader ranks;
    private final GroupReader groups;
    private final FieldGroupReader fieldGroups;
    private final ParticleReader particles;
    private final NegationReader negations;
    private final PlaceReader places;
    private final DepartmentReader departments;
    private final MakerReader makers;
    private final PersonReader persons;
    private final NameReader names;
    private final VersionReader versions;
    private final StateReader states;
    private final FieldReader fields;
    private final KeyReader keys;
    private final WishReader wishes;
    private final FloatingTimeReader times;
    private final UnknownReader unknown;

    /** @param further whether it can speak of the devices of a question before */
    PromptReader(String prompt, List<Token> tokens, LocalDate today, boolean further) {
        this.tokens = tokens;
        reading = new Reading(prompt, tokens, further);
        cursor = reading.cursor();
        draft = reading.draft();
        WhenReader whens = new WhenReader(cursor, today);
        happenings = new Happenings(cursor, draft, whens, today);
        timed = new TimedReader(cursor, draft, happenings);
        removals = new RemovalReader(tokens, cursor, draft, whens, happenings);
        comparisons = new ComparedReader(tokens, cursor, draft, whens);
        ranks = new RankReader(tokens, cursor, draft);
        groups = new GroupReader(tokens, cursor, draft, whens, ranks);
        fieldGroups = new FieldGroupReader(tokens, cursor, draft);
        particles = new ParticleReader(reading);
        negations = new NegationReader(reading);
        places = new PlaceReader(reading);
        departments = new DepartmentReader(reading);
        makers = new MakerReader(reading);
        persons = new PersonReader(reading, removals);
        names = new NameReader(reading, persons);
        versions = new VersionReader(reading);
        states = new StateReader(reading, negations);
        fields = new FieldReader(reading, places, departments, negations);
        keys = new KeyReader(reading, negations);
        wishes = new WishReader(reading, comparisons, ranks);
        times = new FloatingTimeReader(reading, comparisons, happenings, whens);
        unknown = new UnknownReader(reading, persons, names, comparisons);
    }

    PromptDraft read() {
        while (!cursor.atEnd()) {
            reading.begin();
            try {
                next();
            } catch (NotUnderstoodException e) {
                draft.add(new Item.Hole(e.start(), e.end()));
                draft.missDangerously(e.start(), e.end(), e.sentence(), e.replacements());
                if (cursor.mark() == reading.start()) {
                    cursor.take();
                }
            }
        }
        happenings.finish();
        groups.finish();
        fieldGroups.finish();
        ranks.finish();
        comparisons.finish();
        return draft;
    }

    private void next() {
        Token token = cursor.peek();
        switch (token.kind()) {
            case COMMA -> particles.joint(Concept.Joint.COMMA);
            case STOP -> mark(new Item.Stop());
            case OPEN -> particles.open();
            case CLOSE -> mark(new Item.Close());
            case QUOTED -> {
                if (!places.named()) {
                    names.quoted();
                }
            }
            case WORD -> word(token);
        }
    }

    private void mark(Item item) {
        cursor.take();
        draft.add(item);
    }

    private void word(Token token) {
        if (token.isWord("=")) {
            mark(new Item.Stop());
        } else if (token.isWord("'s")) {
            mark(new Item.Link());
        } else if (takesAway(token)) {
            cursor.take();
            draft.narrow();
            draft.add(new Item.Not(true, reading.from(), reading.to()));
        } else if (!isAway() && !isPattern(token)) {
            Concept concept = cursor.accept(Vocabulary.PHRASES);
            if (concept == null) {
                unknown.read();
            } else {
                giveBack();
                take(concept);
            }
        }
    }

    /** "Removed on or after": the "on" is of what compares with the time, not of what happened. */
    private void giveBack() {
        int before = cursor.mark() - 1;
        Phrases.Match<Than> than = before > reading.start() ? Than.TIMES.match(tokens, before) : null;
        if (than != null && than.next() > before + 1 && than.value() != Than.ON) {
            cursor.reset(before);
        }
    }

    private boolean takesAway(Token token) {
        boolean asked = tokens.subList(0, reading.start()).stream().allMatch(each -> ASKING_TO.contains(each.lower()));
        boolean inParts = TAKES.contains(token.lower()) && away(reading.start()) > reading.start() + 1;
        return reading.further()
                && asked
                && tokens.size() > reading.start() + 1
                && (TAKES_AWAY.contains(token.lower()) || inParts);
    }

    /** Returns where the second part of a verb stands at the end of a sentence, or a negative number. */
    private int away(int verb) {
        for (int at = verb + 1; at < tokens.size() && tokens.get(at).kind() != Token.Kind.STOP; at++) {
            boolean last = at + 1 == tokens.size()
                    || tokens.get(at + 1).kind() != Token.Kind.WORD
                    || Set.of("please", "then", "again", "now", "for", "of")
                            .contains(tokens.get(at + 1).lower());
            if (last && AWAY.contains(tokens.get(at).lower())) {
                return at;
            }
        }
        return -1;
    }

    /** The second part of a verb whose first one was read. */
    private boolean isAway() {
        boolean away = draft.isNarrowing()
                && AWAY.contains(cursor.lower(0))
                && draft.items().stream().anyMatch(Item.Not.class::isInstance)
                && TAKES.stream().anyMatch(verb -> cursor.hasPassed(0, Set.of(verb)))
                && draft.lastTerm() != null;
        if (away) {
            cursor.take();
        }
        return away;
    }

    /** What is known by several words together, whatever the first means by itself. */
    private boolean isPattern(Token token) {
        return (token.isWord("than") || comparisons.isComparing()) && comparisons.previousRun(reading.start())
                || versions.compared()
                || negations.excludedBehind(token)
                || token.isWord("who") && fieldGroups.whoDid()
                || token.isWord("how") && fieldGroups.howDid()
                || fieldGroups.shares()
                || makers.named()
                || departments.named()
                || persons.owner()
                || persons.using()
                || persons.did()
                || ranks.lastOf()
                || places.named()
                || versions.comparedPlatform()
                || fieldGroups.fieldByField()
                || times.read()
                || ranks.number();
    }

    private void take(Concept concept) {
        int start = reading.start();
        if (negations.isTurned(concept)) {
            reading.missDangerously("whether this is so, or should be, or was, is not said plainly.", List.of());
            return;
        }
        switch (concept) {
            case Concept.Filler _ -> particles.filler();
            case Concept.Noun _ -> draft.add(new Item.Noun(cursor.previous().lower()));
            case Concept.Link _ -> draft.add(new Item.Link());
            case Concept.Narrowing narrowing -> particles.narrowing(narrowing);
            case Concept.Joint kind -> particles.joined(kind);
            case Concept.Negation(boolean wide) -> draft.add(new Item.Not(wide, reading.from(), reading.to()));
            case Concept.TakenOut(boolean removed) -> particles.takenOut(removed);
            case Concept.Fixed fixed -> states.named(fixed);
            case Concept.PlatformName(Choice platform) ->
                reading.term(new Versions(cursor).behind(platform), ConditionType.PLATFORM, false);
            case Concept.ValueOf(ConditionType type) -> states.behind(type);
            case Concept.TextOf text -> fields.read(text);
            case Concept.IdOf _ -> names.ids();
            case Concept.VersionOf _ -> versions.named();
            case Concept.KeyOf(ConditionType type) -> keys.read(type);
            case Concept.ActivityOf activity -> timed.activity(activity, start);
            case Concept.TimeOf time -> timed.time(time, start);
            case Concept.RemovalOf removal -> removals.removal(removal, start);
            case Concept.NeverOf _ -> timed.never(start);
            case Concept.Wanted(Wish wish) -> wishes.wanted(wish);
            case Concept.GroupedBy(boolean certain) -> groups.grouped(certain, start);
            case Concept.SortedBy _ -> ranks.sorted(start);
            case Concept.Ranked ranked -> wishes.ranked(ranked);
            case Concept.ComparedWith(boolean previousRun) -> wishes.compared(previousRun);
            case Concept.Limited _ -> {}
            case Concept.Steps _ -> wishes.steps();
            case Concept.Unclear unclear -> unknown.unclear(unclear);
        }
    }
}
