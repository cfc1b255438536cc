package org.deviceoffboarding.ask.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.IdReader;
import org.deviceoffboarding.language.NotUnderstoodException;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/** Reads a prompt about many devices: each word becomes part of a condition or of what is wanted, says nothing, or is missed. */
final class PromptReader {

    static final String UNKNOWN = "this says nothing that is known of devices here.";
    private static final String NO_VALUE = "a value is missing behind it.";

    private static final Set<String> TIMES_BEGIN = Set.of("today", "yesterday", "last", "this", "past", "tonight");
    /** Behind these, a "not" that was said before holds no longer. */
    private static final Set<String> RELATIVE = Set.of("that", "which", "who", "whose");

    /** Of the devices of a question before, they leave some out. */
    private static final Set<String> TAKES_AWAY = Set.of("remove", "drop", "hide", "discard", "eliminate");

    private static final Set<String> NOUNS = Set.of(
            "user", "users", "owner", "department", "manufacturer", "model", "serial", "number", "vendor", "maker");
    private static final Set<String> PLACES = Set.of("from", "in", "of", "at", "for", "by");
    private static final Set<String> NO_PLACE = Set.of(
            "a", "an", "any", "every", "each", "which", "what", "no", "by", "per", "without", "same", "other",
            "another", "one", "some", "all", "their", "its", "my", "our", "your", "this", "that", "and", "or", "in",
            "of", "from", "for", "not", "the", "except", "with", "is", "are", "only", "whole", "entire", "user",
            "users", "how", "many", "split", "group", "count", "across", "over", "until", "both", "whose");
    private static final Phrases<Boolean> IN_NAME = new Phrases<Boolean>()
            .with(
                    true,
                    "in its name, in the name, in their name, in their names, in name, in the device name, in its device name, in names, as part of the name, somewhere in the name, anywhere in the name, as part of its name, as part of their name, in the display name, as name, as its name");

    private static final Set<String> STEPS = Set.of(
            "to",
            "properly",
            "safely",
            "correctly",
            "best",
            "fully",
            "remove",
            "removing",
            "delete",
            "deleting",
            "offboard",
            "offboarding",
            "clean",
            "cleaned",
            "up",
            "get",
            "getting",
            "rid",
            "of",
            "them",
            "it",
            "those",
            "these",
            "each",
            "from",
            "entra",
            "microsoft",
            "id",
            "for",
            "removal",
            "dispose",
            "decommission",
            "way",
            "how",
            "do",
            "i",
            "we",
            "should",
            "can",
            "take",
            "must",
            "needed",
            "necessary",
            "required",
            "the",
            "all",
            "next",
            "about",
            "right",
            "too",
            "as",
            "well",
            "completely",
            "cleanly",
            "offboarded",
            "removed",
            "also",
            "cleaning",
            "their",
            "our",
            "my",
            "that",
            "are",
            "is",
            "deletion");

    private static final Set<String> PEOPLE_DID =
            Set.of("wipe", "wiped", "retire", "retired", "delete", "deleted", "remove", "removed", "take", "took");

    /** Behind these, what is said is not so, or not yet. */
    private static final Set<String> TURNS = Set.of("would", "should", "about");

    private static final Set<String> ALWAYS_TURNS = Set.of("will", "shall", "gonna", "supposed", "once");

    private static final Set<String> TO_BE = Set.of("be", "been", "get", "to", "have", "also", "soon");
    private static final Set<String> BARE =
            Set.of("task", "tasks", "request", "requests", "exception", "exceptions", "suggestion", "suggestions");
    /** Where these are left over, a comparison is not understood. */
    private static final Set<String> COMPARES = Set.of(
            "least",
            "between",
            "above",
            "below",
            "under",
            "fewer",
            "than",
            "exactly",
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

    /** What people do rather than what they are called. */
    private static final Set<String> LEAVING = Set.of(
            "left",
            "leaves",
            "leaving",
            "quit",
            "gone",
            "departed",
            "resigned",
            "retired",
            "moved",
            "fired",
            "died",
            "changed",
            "joined",
            "went",
            "terminated",
            "dismissed",
            "inactive",
            "deleted",
            "disabled",
            "blocked");

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

    /** So many words can stand between "by" and who did it. */
    private static final int FAR = 4;

    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;
    private final WhenReader whens;
    private final TimedReader timed;
    private final OrderReader orders;
    private final boolean further;
    private int start;

    /** @param further whether it can speak of the devices of a question before */
    PromptReader(String prompt, List<Token> tokens, LocalDate today, boolean further) {
        this.further = further;
        this.tokens = tokens;
        cursor = new Cursor(tokens);
        draft = new PromptDraft(prompt);
        whens = new WhenReader(cursor, today);
        timed = new TimedReader(cursor, draft, whens, today);
        orders = new OrderReader(tokens, cursor, draft, whens);
    }

    PromptDraft read() {
        while (!cursor.atEnd()) {
            start = cursor.mark();
            try {
                next();
            } catch (NotUnderstoodException e) {
                draft.add(new Item.Hole(e.start(), e.end()));
                draft.missDangerously(e.start(), e.end(), e.sentence(), e.replacements());
                if (cursor.mark() == start) {
                    cursor.take();
                }
            }
        }
        timed.finish();
        orders.finish();
        return draft;
    }

    private void next() {
        Token token = cursor.peek();
        switch (token.kind()) {
            case COMMA -> joint(Concept.Joint.COMMA);
            case STOP -> mark(new Item.Stop());
            case OPEN -> open();
            case CLOSE -> mark(new Item.Close());
            case QUOTED -> quoted();
            case WORD -> word(token);
        }
    }

    /** "(or blocked)" joins what the brackets hold with what stands before them. */
    private void open() {
        int mark = cursor.mark();
        cursor.take();
        Phrases.Match<Concept> first = Vocabulary.PHRASES.match(tokens, cursor.mark());
        if (first != null && first.value() instanceof Concept.Joint kind && kind != Concept.Joint.COMMA) {
            start = cursor.mark();
            cursor.reset(first.next());
            joint(kind);
        }
        draft.add(new Item.Open());
        start = mark;
    }

    private void mark(Item item) {
        cursor.take();
        draft.add(item);
    }

    private void joint(Concept.Joint kind) {
        if (kind == Concept.Joint.COMMA) {
            cursor.take();
        }
        boolean adds = kind == Concept.Joint.AND
                && (tokens.get(start).isWord("as") || tokens.get(start).isWord("plus"));
        boolean begins = draft.isDenying() && cursor.hasPassed(start, RELATIVE);
        draft.add(new Item.Joint(kind));
        if (begins) {
            draft.add(new Item.Link());
        }
        if (adds) {
            draft.add(new Item.Noun());
        }
    }

    private void word(Token token) {
        if (token.isWord("=") || token.isWord("'s")) {
            cursor.take();
            draft.add(token.isWord("=") ? new Item.Stop() : new Item.Link());
            return;
        }
        if (further && start == 0 && TAKES_AWAY.contains(token.lower()) && tokens.size() > 1) {
            cursor.take();
            draft.narrowing = true;
            draft.add(new Item.Not(true, from(), to()));
            return;
        }
        if (token.isWord("than") && orders.previousRun(start) || comparedVersion() || excludedBehind(token)) {
            return;
        }
        if (token.isWord("who") && orders.whoDid()) {
            return;
        }
        if (owner()
                || orders.lastOf()
                || place()
                || comparedPlatform()
                || orders.fieldByField()
                || time()
                || orders.number()) {
            return;
        }
        Concept concept = cursor.accept(Vocabulary.PHRASES);
        if (concept == null) {
            unknown(token);
        } else {
            giveBack();
            take(concept);
        }
    }

    /** "Removed on or after": the "on" is of what compares with the time, not of what happened. */
    private void giveBack() {
        int before = cursor.mark() - 1;
        Phrases.Match<Than> than = before > start ? Than.TIMES.match(tokens, before) : null;
        if (than != null && than.next() > before + 1 && than.value() != Than.ON) {
            cursor.reset(before);
        }
    }

    private void take(Concept concept) {
        if (isTurned(concept)) {
            missDangerously("whether this is so, or should be, or was, is not said plainly.", List.of());
            return;
        }
        switch (concept) {
            case Concept.Filler _ -> filler();
            case Concept.Noun _ -> draft.add(new Item.Noun());
            case Concept.Link _ -> draft.add(new Item.Link());
            case Concept.Narrowing(boolean replaces) -> {
                if (tokens.get(start).isWord("how")) {
                    draft.wish = Wish.COUNT;
                }
                if (tokens.get(start).isWord("and") && !draft.items().isEmpty()) {
                    joint(Concept.Joint.AND);
                }
                draft.narrowing = true;
                draft.replacing |= replaces;
            }
            case Concept.Joint kind -> joint(beginsField(kind) ? Concept.Joint.BUT : kind);
            case Concept.Negation(boolean wide) -> draft.add(new Item.Not(wide, from(), to()));
            case Concept.TakenOut(boolean removed) -> takenOut(removed);
            case Concept.Fixed fixed -> fixed(fixed);
            case Concept.PlatformName(Choice platform) ->
                term(new Versions(cursor).behind(platform), ConditionType.PLATFORM, false);
            case Concept.ValueOf(ConditionType type) -> value(type);
            case Concept.TextOf text -> text(text);
            case Concept.IdOf _ -> ids();
            case Concept.VersionOf _ -> version();
            case Concept.KeyOf(ConditionType type) -> key(type);
            case Concept.ActivityOf activity -> timed.activity(activity, start);
            case Concept.TimeOf time -> timed.time(time, start);
            case Concept.RemovalOf removal -> timed.removal(removal, start);
            case Concept.NeverOf _ -> timed.never(start);
            case Concept.Wanted(Wish wish) -> wanted(wish);
            case Concept.GroupedBy(boolean certain) -> orders.grouped(certain, start);
            case Concept.SortedBy _ -> orders.sorted(start);
            case Concept.Ranked ranked -> ranked(ranked);
            case Concept.ComparedWith(boolean previousRun) -> {
                if (cursor.previous().isWord("fewer") || cursor.previous().isWord("less")) {
                    draft.wish = Wish.COUNT;
                }
                orders.compared(previousRun, start);
            }
            case Concept.Limited _ -> {}
            case Concept.Steps _ -> cursor.skip(STEPS);
            case Concept.Unclear(String reason, List<String> replacements, boolean dangerous) -> {
                aroundIt();
                miss(reason, replacements);
                draft.dangerous |= dangerous;
            }
        }
    }

    /** "Get rid of stale Macs" asks for these; of devices that were named before it takes some away. */
    private void takenOut(boolean removed) {
        boolean wish = start > 0 && tokens.get(start - 1).isWord("to");
        if (further && !wish || draft.items().stream().anyMatch(Item.Term.class::isInstance) && !removed) {
            draft.narrowing |= further;
            draft.add(new Item.Not(true, from(), to()));
        } else if (!removed
                || further
                || draft.items().stream().anyMatch(Item.Term.class::isInstance) && !cursor.atEnd()) {
            missDangerously(
                    "are these devices to be removed, or to be left out of the list?",
                    List.of("show", "all devices except"));
        }
    }

    /** "Most" of a group is a group; of devices it is fewer than all. */
    private void filler() {
        draft.stillInEntra |= tokens.subList(start, cursor.mark()).stream().anyMatch(token -> token.isWord("still"))
                && tokens.subList(start, cursor.mark()).stream().anyMatch(token -> token.isWord("entra"));
        boolean corrects = tokens.get(start).isWord("i") && cursor.previous().isWord("mean");
        if (corrects && start > 0 && tokens.get(start - 1).kind() == Token.Kind.STOP) {
            draft.items()
                    .replaceAll(item -> item instanceof Item.Term term && term.type() == ConditionType.FLAGGED
                            ? new Item.Link()
                            : item);
        }
        if (Set.of("all", "every").contains(tokens.get(start).lower())
                && draft.last() instanceof Item.Joint
                && draft.items().stream().anyMatch(Item.Term.class::isInstance)) {
            draft.add(new Item.Noun());
        }
        boolean most = tokens.get(start).isWord("most") && cursor.mark() == start + 1;
        if (most && draft.wish != Wish.GROUPS && draft.wish != Wish.COUNT) {
            missDangerously("how many of them is not said.", List.of());
        } else if (!further
                && cursor.mark() == start + 1
                && tokens.get(start).isWord("it")
                && start == 1
                && Set.of("is", "was", "does", "did", "has", "can", "should")
                        .contains(tokens.getFirst().lower())
                && draft.items().stream().allMatch(Item.Link.class::isInstance)) {
            missDangerously("no device is named that this could be.", List.of());
        }
    }

    /** "Will be wiped", "should be disabled", "once managed": what is said is not so now. */
    private boolean isTurned(Concept concept) {
        boolean state =
                switch (concept) {
                    case Concept.Fixed fixed ->
                        Set.of(
                                        ConditionType.ENABLED,
                                        ConditionType.MANAGEMENT,
                                        ConditionType.COMPLIANCE,
                                        ConditionType.REMOVED_HOW)
                                .contains(fixed.type());
                    case Concept.RemovalOf _, Concept.TimeOf _ -> true;
                    default -> false;
                };
        boolean any = state
                || concept instanceof Concept.Fixed fixed && fixed.type() != ConditionType.FLAGGED
                || concept instanceof Concept.PlatformName
                || concept instanceof Concept.ActivityOf;
        int at = start - 1;
        while (any && at > 0 && TO_BE.contains(tokens.get(at).lower())) {
            at--;
        }
        boolean turns = any && at >= 0 && tokens.get(at).isWord();
        return turns
                && (ALWAYS_TURNS.contains(tokens.get(at).lower())
                        || state && TURNS.contains(tokens.get(at).lower()));
    }

    /** In "Platform: Windows / Enabled: yes" the stroke parts two fields. */
    private boolean beginsField(Concept.Joint kind) {
        int colon = cursor.mark();
        while (colon < Math.min(tokens.size(), cursor.mark() + 3)
                && !tokens.get(colon).isWord("=")) {
            colon++;
        }
        return kind == Concept.Joint.OR
                && cursor.previous().isWord("/")
                && colon > cursor.mark()
                && colon < tokens.size()
                && tokens.get(colon).isWord("=");
    }

    /** "At least version 17", "on a version older than iOS 17". */
    private boolean comparedVersion() {
        Concept first = cursor.accept(Vocabulary.PHRASES);
        if (first instanceof Concept.VersionOf && comparedPlatform()) {
            return true;
        }
        cursor.reset(start);
        Condition version = new Versions(cursor).compared(platform());
        if (version != null) {
            term(version, ConditionType.VERSION, false);
        }
        return version != null;
    }

    /** "Personal ones excluded": what stands before is left out. */
    private boolean excludedBehind(Token token) {
        if (!Set.of("excluded", "omitted", "excepted", "ignored").contains(token.lower())) {
            return false;
        }
        int last = draft.items().size() - 1;
        while (last >= 0
                && (draft.items().get(last) instanceof Item.Noun
                        || draft.items().get(last) instanceof Item.Link)) {
            last--;
        }
        boolean single = last >= 0
                && draft.items().get(last) instanceof Item.Term
                && (last == 0
                        || draft.items().get(last - 1) instanceof Item.Joint
                        || draft.items().get(last - 1) instanceof Item.Stop);
        if (!single || token.isWord("excepted") && last > 0) {
            return false;
        }
        cursor.take();
        Item.Term term = (Item.Term) draft.items().get(last);
        draft.items().set(last, new Item.Term(Condition.not(term.condition()), null, term.where(), term.start(), to()));
        return true;
    }

    /** In "without LAPS or BitLocker" both are missing, though the word stands once. */
    private void shareNot() {
        int mark = cursor.mark();
        boolean joined = cursor.accept("or") || cursor.accept("nor") || cursor.accept("and") || cursor.accept("/");
        cursor.skip(Set.of("a", "an", "any", "the"));
        Phrases.Match<Concept> match = joined ? Vocabulary.PHRASES.match(tokens, cursor.mark()) : null;
        boolean noun = match != null
                && switch (match.value()) {
                    case Concept.KeyOf _ -> !isSaid(match.next());
                    case Concept.Fixed fixed ->
                        fixed.type() == ConditionType.PART_OF
                                && BARE.contains(tokens.get(cursor.mark()).lower());
                    case Concept.TextOf _ ->
                        NOUNS.contains(tokens.get(match.next() - 1).lower()) && isEndOfPart(match.next());
                    default -> false;
                };
        if (noun) {
            draft.add(new Item.Joint(Concept.Joint.AND));
            draft.add(new Item.Not(
                    false, tokens.get(mark).start(), tokens.get(mark).end()));
        } else {
            cursor.reset(mark);
        }
    }

    private boolean isSaid(int at) {
        return at < tokens.size()
                && tokens.get(at).isWord()
                && Set.of("known", "unknown", "is", "are", "available", "missing", "stored", "escrowed", "=")
                        .contains(tokens.get(at).lower());
    }

    private boolean isEndOfPart(int at) {
        return at >= tokens.size()
                || tokens.get(at).kind() == Token.Kind.COMMA
                || tokens.get(at).kind() == Token.Kind.STOP
                || tokens.get(at).kind() == Token.Kind.CLOSE
                || tokens.get(at).isWord()
                        && !tokens.get(at).isWord("=")
                        && Vocabulary.PHRASES.match(tokens, at) != null;
    }

    private void wanted(Wish wish) {
        switch (wish) {
            case COUNT -> {
                if (draft.wish == Wish.COUNT && draft.last() instanceof Item.Joint) {
                    missDangerously(
                            "two numbers at once are not counted: ask for each, or for the number by a field.",
                            List.of());
                    return;
                }
                draft.wish = Wish.COUNT;
                draft.piece(from(), to(), "how many");
            }
            case DEVICE, NEXT, DEVICES, GROUPS -> {}
            case DIFFERENCE -> {
                if (!Set.of("are", "is", "do", "does")
                        .contains(cursor.previous().lower())) {
                    orders.compared(false, start);
                }
            }
            case WHY, DISABLED_BY, HISTORY -> {
                cursor.skip(Set.of(
                        "is", "are", "was", "were", "they", "them", "it", "this", "that", "these", "those", "not", "do",
                        "did", "does"));
                missDangerously("this can be asked of single devices: name one.", List.of());
            }
        }
    }

    private void ranked(Concept.Ranked ranked) {
        String last = cursor.previous().lower();
        orders.ranked(ranked, start);
        Choice how =
                switch (last) {
                    case "wiped" -> Choice.WIPE;
                    case "retired" -> Choice.RETIRE;
                    case "deleted" -> Choice.DELETE;
                    default -> null;
                };
        if (how != null) {
            term(Vocabulary.choices(how).condition(), ConditionType.REMOVED_HOW, false);
        }
    }

    private void fixed(Concept.Fixed fixed) {
        Condition condition = fixed.condition();
        if (ChoiceReader.YES_OR_NO.contains(fixed.type())) {
            Boolean answer = new ChoiceReader(cursor).answer();
            if (answer != null && !answer) {
                condition = fixed.type() == ConditionType.ENABLED
                        ? Vocabulary.choices(
                                        condition.equals(Vocabulary.choices(Choice.ENABLED)
                                                        .condition())
                                                ? Choice.DISABLED
                                                : Choice.ENABLED)
                                .condition()
                        : Condition.not(condition);
            }
        }
        if (fixed.type() == ConditionType.COMPLIANCE || fixed.type() == ConditionType.OWNERSHIP) {
            condition = new ChoiceReader(cursor).further(condition);
        }
        if (fixed.type() == ConditionType.PART_OF && draft.last() instanceof Item.Hole) {
            miss(UNKNOWN, List.of());
            return;
        }
        boolean without = fixed.type() == ConditionType.PART_OF && draft.last() instanceof Item.Not
                || condition instanceof Condition.Is(Criterion.None _)
                        && Set.of("without", "no", "w/o", "lacking")
                                .contains(tokens.get(start).lower());
        term(condition, fixed.type(), false);
        if (without) {
            shareNot();
        }
    }

    private void value(ConditionType type) {
        ChoiceReader values = new ChoiceReader(cursor);
        Condition condition = values.read(type);
        if (condition == null
                && (type == ConditionType.OWNERSHIP || type == ConditionType.COMPLIANCE)
                && draft.takeBackNot()) {
            cursor.skip(Set.of("of"));
            term(
                    Vocabulary.choices(type == ConditionType.OWNERSHIP ? Choice.UNKNOWN : Choice.COMPLIANCE_UNKNOWN)
                            .condition(),
                    type,
                    false);
            return;
        }
        if (condition == null) {
            if (type == ConditionType.PLATFORM && cursor.peek(Vocabulary.PHRASES) != null
                    || Set.of("in", "running", "run", "runs", "join")
                            .contains(cursor.previous().lower())) {
                return;
            }
            miss("its value is missing behind it, or is none of those there are.", values(type));
            return;
        }
        if (type == ConditionType.PLATFORM
                && condition instanceof Condition.Is(Criterion.Choices(ConditionType _, List<Choice> platforms))
                && platforms.size() == 1) {
            condition = new Versions(cursor).behind(platforms.getFirst());
        }
        boolean or = cursor.lower(0).equals("or") && type == ConditionType.LINK;
        term(values.negated() ? Condition.not(condition) : condition, or ? null : type, false);
    }

    private static List<String> values(ConditionType type) {
        List<String> values = new ArrayList<>();
        for (Choice choice : Choice.values()) {
            if (choice.type() == type) {
                values.add(type.words() + " " + choice.label());
            }
        }
        return values.size() > 4 ? List.of() : values;
    }

    private void text(Concept.TextOf text) {
        if (isAboutPlace(text)) {
            return;
        }
        TextReader reader = new TextReader(tokens, cursor);
        String last = cursor.previous().lower();
        if (last.equals("owner")) {
            ChoiceReader values = new ChoiceReader(cursor);
            Condition ownership = values.read(ConditionType.OWNERSHIP);
            if (ownership != null) {
                term(values.negated() ? Condition.not(ownership) : ownership, ConditionType.OWNERSHIP, false);
                return;
            }
        }
        Condition condition = reader.read(text);
        if (condition == null && NOUNS.contains(last) && isFollowedByNothing() && draft.takeBackNot()) {
            term(new Condition.Is(new Criterion.None(text.type())), text.type(), false);
            shareNot();
            return;
        }
        boolean some = start > 0
                && Set.of("a", "an", "any", "some")
                        .contains(tokens.get(start - 1).lower());
        if (condition == null && some && NOUNS.contains(last) && isFollowedByNothing()) {
            term(Condition.not(new Condition.Is(new Criterion.None(text.type()))), text.type(), false);
            return;
        }
        if (condition != null && text.type() == ConditionType.USER && isVerb()) {
            missDangerously("what a user did is not known here, only who it is.", List.of());
            return;
        }
        if (condition != null) {
            if (tokens.get(start).lower().startsWith("belong") && isUncertain(condition)) {
                miss("it is not said whether this is a user, a department or a group.", List.of());
                return;
            }
            boolean where = text.type() == ConditionType.GROUP || text.type() == ConditionType.DEPARTMENT;
            term(reader.negated() ? Condition.not(condition) : condition, text.type(), where);
        } else if (!isVerbOrNoun()) {
            miss(NO_VALUE, List.of());
        }
    }

    /** "Whose owner left the company": what was read as a name is what they did. */
    private boolean isVerb() {
        return tokens.subList(start + 1, cursor.mark()).stream()
                .anyMatch(token -> token.isWord() && LEAVING.contains(token.text()));
    }

    /** A single word without "@" behind "belonging to" need not be a person. */
    private boolean isUncertain(Condition condition) {
        return condition instanceof Condition.Is(Criterion.Texts(ConditionType type, List<String> texts))
                && type == ConditionType.USER
                && cursor.mark() - start <= 3
                && cursor.previous().kind() != Token.Kind.QUOTED
                && texts.stream().allMatch(text -> text.chars().allMatch(Character::isLetter));
    }

    /** "Used by the Sales department", "belonging to user …": what follows says of what. */
    private boolean isAboutPlace(Concept.TextOf text) {
        boolean names = text.type() == ConditionType.USER || text.type() == ConditionType.GROUP;
        int mark = cursor.mark();
        if (!names || !(text.before() + text.after()).isEmpty()) {
            return false;
        }
        cursor.skip(Set.of("the", "a", "any", "in", "of"));
        if (!cursor.atEnd() && cursor.peek().isValue() && place()) {
            return true;
        }
        boolean other = !cursor.atEnd()
                && cursor.peek(Vocabulary.PHRASES) instanceof Concept.TextOf next
                && (next.before() + next.after()).isEmpty()
                && Set.of(ConditionType.USER, ConditionType.DEPARTMENT, ConditionType.GROUP)
                        .contains(next.type());
        if (!other) {
            cursor.reset(mark);
        }
        return other;
    }

    private boolean isFollowedByNothing() {
        return cursor.atEnd()
                || !cursor.peek().isWord()
                || cursor.peek(Vocabulary.PHRASES) != null
                || cursor.peek(Than.TIMES) != null;
    }

    /** "Group them by", "users": words that begin no condition. */
    private boolean isVerbOrNoun() {
        String word = cursor.previous().lower();
        boolean grouping = word.startsWith("group")
                && tokens.subList(cursor.mark(), tokens.size()).stream()
                        .anyMatch(token -> token.isWord("by") || token.isWord("per"));
        boolean every = start > 0
                && Set.of("every", "each", "any", "all")
                        .contains(tokens.get(start - 1).lower())
                && cursor.peek(Vocabulary.PHRASES) instanceof Concept.Negation;
        return grouping
                || every
                || start == 0 && Set.of("name", "model", "make").contains(word) && cursor.mark() == 1;
    }

    private void ids() {
        int mark = cursor.mark();
        cursor.skip(Set.of("is", "are", "=", "of", "the", "either", "in"));
        Set<UUID> ids = new LinkedHashSet<>();
        for (int here = cursor.mark(); !cursor.atEnd() && IdReader.isLike(cursor.peek()); here = cursor.mark()) {
            ids.add(IdReader.parse(cursor.take()));
            boolean more = false;
            while (!cursor.atEnd()
                    && (cursor.peek().kind() == Token.Kind.COMMA
                            || cursor.peek().isWord("and")
                            || cursor.peek().isWord("or"))) {
                cursor.take();
                more = true;
            }
            if (more && (cursor.atEnd() || !IdReader.isLike(cursor.peek()))) {
                cursor.reset(here + 1);
            }
        }
        if (ids.isEmpty()) {
            cursor.reset(mark);
            missDangerously(NO_VALUE, List.of());
        } else {
            term(new Condition.Is(new Criterion.Ids(List.copyOf(ids))), ConditionType.IDS, false);
        }
    }

    private void version() {
        Choice platform = platform();
        boolean negated = Set.of("isn't", "not").contains(cursor.lower(0))
                && !cursor.lower(1).isEmpty()
                && cursor.accept(cursor.lower(0));
        Condition condition = new Versions(cursor).alone(platform);
        if (condition == null) {
            missDangerously(NO_VALUE, List.of());
        } else {
            term(negated ? Condition.not(condition) : condition, ConditionType.VERSION, false);
        }
    }

    /** Returns the platform that was named last, if one was. */
    private @Nullable Choice platform() {
        Choice platform = null;
        for (Item item : draft.items()) {
            if (item
                            instanceof
                            Item.Term(
                                    Condition.Is(Criterion.Choices(ConditionType type, List<Choice> choices)),
                                    var _,
                                    var _,
                                    var _,
                                    var _)
                    && type == ConditionType.PLATFORM
                    && choices.size() == 1) {
                platform = choices.getFirst();
            }
        }
        return platform;
    }

    private void key(ConditionType type) {
        boolean shared = draft.takeBackNot();
        boolean known = !shared;
        int mark = cursor.mark();
        cursor.skip(Set.of(
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
                "do",
                "password",
                "passwords"));
        while (cursor.peek(Vocabulary.PHRASES) instanceof Concept.Negation not
                && !not.wide()
                && !Set.of("missing", "lacking", "nor", "no", "neither", "without")
                        .contains(cursor.lower(0))) {
            cursor.accept(Vocabulary.PHRASES);
            known = !known;
        }
        if (cursor.mark() == mark && !shared) {
            Boolean both = stateOfBoth();
            known = both == null ? known : both;
        }
        String state = cursor.lower(0);
        if (Set.of(
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
                        "set")
                .contains(state)) {
            cursor.take();
            cursor.skip(Set.of("up", "of", "to", "us"));
        } else if (Set.of("unknown", "missing", "none", "absent", "no", "lacking", "unavailable", "lost")
                .contains(state)) {
            cursor.take();
            known = !known;
        } else if (cursor.mark() > mark && (known || cursor.peek(Vocabulary.PHRASES) instanceof Concept.Fixed)) {
            cursor.reset(mark);
        }
        Concept next = cursor.peek(Vocabulary.PHRASES);
        if (next instanceof Concept.Fixed(ConditionType of, var _)
                && of == ConditionType.ENABLED
                && cursor.mark() == mark) {
            cursor.accept(Vocabulary.PHRASES);
            missDangerously(
                    "only whether the key or password is known is known here, not whether it is switched on.",
                    List.of());
            return;
        }
        term(Vocabulary.answer(type, known), type, false);
        if (shared && !known && cursor.mark() == mark) {
            shareNot();
        }
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

    /** "Anna's devices". */
    private boolean owner() {
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
                term(
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

    /** "The Sales department", "the group of X": a name before what says of what. */
    private boolean place() {
        int mark = cursor.mark();
        Set<String> names = new LinkedHashSet<>();
        List<String> name = new ArrayList<>();
        for (int i = mark; i < Math.min(tokens.size(), mark + 7); i++) {
            Token token = tokens.get(i);
            ConditionType type = token.isWord() ? place(token.lower()) : null;
            if (type != null) {
                if (name.isEmpty()) {
                    return false;
                }
                names.add(String.join(" ", name));
                cursor.reset(i + 1);
                Condition is = new Condition.Is(
                        type == ConditionType.GROUP
                                ? new Criterion.Groups(List.copyOf(names))
                                : new Criterion.Texts(type, List.copyOf(names)));
                term(is, type, true);
                return true;
            }
            boolean or = token.kind() == Token.Kind.COMMA || token.isWord("or") || token.isWord("and");
            if (or && !name.isEmpty()) {
                names.add(String.join(" ", name));
                name.clear();
            } else if (!isPlaceName(token, i, !name.isEmpty()) || name.size() == 3) {
                return false;
            } else {
                name.add(token.text());
            }
        }
        return false;
    }

    private static @Nullable ConditionType place(String word) {
        return switch (word) {
            case "department", "dept", "departments", "depts" -> ConditionType.DEPARTMENT;
            case "group" -> ConditionType.GROUP;
            default -> null;
        };
    }

    private boolean isPlaceName(Token token, int at, boolean goesOn) {
        if (token.kind() == Token.Kind.QUOTED) {
            return true;
        }
        if (!token.isWord() || NO_PLACE.contains(token.text()) || token.text().indexOf('@') >= 0) {
            return false;
        }
        boolean upper = Character.isUpperCase(token.text().charAt(0));
        boolean unknown = Vocabulary.PHRASES.match(tokens, at) == null
                && Than.TIMES.match(tokens, at) == null
                && !Spelled.isKnown(token.text());
        boolean function = Spelled.isFunctionWord(token.text())
                && !token.text().equals(token.text().toUpperCase(Locale.ROOT));
        return unknown || upper && !function && (goesOn || at > 0 && !isCondition(at));
    }

    private boolean isCondition(int at) {
        Phrases.Match<Concept> match = Vocabulary.PHRASES.match(tokens, at);
        return match != null
                && (match.value() instanceof Concept.Fixed
                        || match.value() instanceof Concept.PlatformName
                        || match.value() instanceof Concept.ActivityOf);
    }

    private boolean comparedPlatform() {
        Condition condition = new Versions(cursor).before();
        if (condition != null) {
            term(condition, ConditionType.PLATFORM, false);
        }
        return condition != null;
    }

    /** A time that stands before what it is of, or behind it at some distance. */
    private boolean time() {
        Phrases.Match<Concept> concept = Vocabulary.PHRASES.match(tokens, start);
        Phrases.Match<Than> than = Than.TIMES.match(tokens, start);
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
        if (orders.previousRun(start)) {
            return true;
        }
        TimeClause clause = TimeClause.read(cursor, whens, bare);
        if (clause == null) {
            cursor.reset(start);
            return than != null && concept == null && comparison(than);
        }
        if (!orders.comparedWith(clause, from(), to())) {
            timed.floating(clause, start);
        }
        return true;
    }

    /** A comparison without a time could be with anything. */
    private boolean comparison(Phrases.Match<Than> than) {
        if (Set.of(Than.ON, Than.WITHIN, Than.BETWEEN, Than.UNTIL).contains(than.value())) {
            return false;
        }
        cursor.reset(than.next());
        missDangerously("with what this compares is not understood.", List.of());
        return true;
    }

    private void quoted() {
        Token token = cursor.take();
        if (cursor.accept(IN_NAME) != null) {
            name("*" + token.text() + "*");
        } else if (token.text().isBlank()) {
            miss("these quotation marks hold nothing.", List.of());
        } else if (draft.last() instanceof Item.Hole) {
            miss(UNKNOWN, List.of());
        } else if (token.text().indexOf('@') > 0 && token.text().indexOf(' ') < 0) {
            person(token);
        } else {
            name(token.text());
        }
    }

    private void name(String pattern) {
        Item.Term last = draft.lastTerm();
        if (isBehindBy()) {
            missDangerously("it is not said what of this person.", List.of());
        } else if (last != null && last.condition().criteria().stream().anyMatch(Criterion.None.class::isInstance)) {
            missDangerously("whether this is the name of a device is not said.", List.of());
        } else {
            term(
                    new Condition.Is(new Criterion.Texts(ConditionType.NAME, List.of(pattern))),
                    ConditionType.NAME,
                    false);
        }
    }

    /** "Disabled by the admin": what was done by whom is known of removals alone. */
    private boolean isBehindBy() {
        if (!draft.groupedBy.isEmpty() || draft.sortedBy != null) {
            return false;
        }
        for (int before = start - 1; before >= Math.max(0, start - FAR); before--) {
            if (tokens.get(before).isWord("by")) {
                return draft.endOfRead() <= tokens.get(before).end();
            }
        }
        return false;
    }

    private void unknown(Token ignored) {
        Token token = cursor.take();
        String text = token.text();
        if (comparesNumbers(token)) {
            return;
        }
        if (cursor.accept(IN_NAME) != null) {
            name("*" + text + "*");
        } else if (text.indexOf('@') >= 0 && text.length() > 3) {
            person(token);
        } else if (IdReader.isLike(token) && text.length() == 36) {
            term(new Condition.Is(new Criterion.Ids(List.of(IdReader.parse(token)))), ConditionType.IDS, false);
        } else if (SingleQuestions.isName(token)
                || text.indexOf('*') >= 0 && text.chars().anyMatch(Character::isLetterOrDigit)) {
            if (draft.last() instanceof Item.Hole) {
                miss(UNKNOWN, List.of());
            } else {
                name(text);
            }
        } else {
            missUnknown(token);
        }
    }

    /** "More … than a month ago" compares two numbers. */
    private boolean comparesNumbers(Token token) {
        boolean more = Set.of("more", "fewer", "less").contains(token.lower());
        boolean than = tokens.subList(cursor.mark(), tokens.size()).stream().anyMatch(other -> other.isWord("than"));
        if (more && than) {
            draft.wish = Wish.COUNT;
            orders.compared(false, start);
        }
        return more && than;
    }

    /** "Around Easter" is missed as a whole. */
    private void aroundIt() {
        if (start > 0
                && Set.of("around", "about", "near")
                        .contains(tokens.get(start - 1).lower())) {
            start--;
        }
    }

    private void missUnknown(Token token) {
        String before = start > 0 ? tokens.get(start - 1).lower() : "";
        before = before.equals("the") && start > 1 ? tokens.get(start - 2).lower() : before;
        boolean place =
                PLACES.contains(before) && Character.isUpperCase(token.text().charAt(0));
        aroundIt();
        draft.dangerous |= COMPARES.contains(token.lower())
                || Numbers.isOrdinal(token.lower())
                        && (before.equals("every") || cursor.peek(Vocabulary.PHRASES) != null);
        draft.dangerous |= Character.isDigit(token.text().charAt(0))
                && Set.of("to", "and", "or", "through", "until", "-").contains(before);
        List<String> near = Spelled.near(token.text());
        miss(
                place ? "it is not said whether this is a department or a group." : UNKNOWN,
                place
                        ? List.of("the department \"" + token.text() + "\"", "group \"" + token.text() + "\"")
                        : near.size() > 4 ? List.of() : near);
    }

    /** Who is named without a word before is the user; behind "by" it is who removed a device. */
    private void person(Token token) {
        String before = start > 0 ? tokens.get(start - 1).lower() : "";
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
        for (int i = start - 1;
                i >= Math.max(0, start - 4) && BUT.contains(tokens.get(i).lower());
                i--) {
            before = i > 0 && tokens.get(i - 1).isWord("by") ? "by" : before;
        }
        boolean removes = PEOPLE_DID.contains(cursor.lower(0));
        if (before.equals("by")
                        && (timed.isRemovalRead()
                                || draft.sortedBy == ConditionType.REMOVED
                                || draft.sortedBy == ConditionType.REMOVED_BY)
                || removes) {
            term(
                    new Condition.Is(new Criterion.Texts(ConditionType.REMOVED_BY, people)),
                    ConditionType.REMOVED_BY,
                    false);
            timed.removedBy();
            if (removes) {
                did();
            }
        } else if (before.equals("by") || before.equals("to") || isBehindBy() || draft.last() instanceof Item.Hole) {
            miss("it is not said what of this person.", List.of("user " + token.text()));
        } else {
            term(new Condition.Is(new Criterion.Texts(ConditionType.USER, people)), ConditionType.USER, false);
        }
    }

    /** "… wiped": what somebody did with devices. */
    private void did() {
        start = cursor.mark();
        Choice how =
                switch (cursor.take().lower()) {
                    case "wipe", "wiped" -> Choice.WIPE;
                    case "retire", "retired" -> Choice.RETIRE;
                    case "delete", "deleted" -> Choice.DELETE;
                    default -> null;
                };
        timed.removal(new Concept.RemovalOf(how, how == null ? null : Vocabulary.choices(how)), start);
    }

    private void term(Condition condition, @Nullable ConditionType type, boolean where) {
        draft.add(new Item.Term(condition, type, where, from(), to()));
    }

    private void miss(String reason, List<String> replacements) {
        draft.add(new Item.Hole(from(), to()));
        draft.miss(from(), to(), reason, replacements);
    }

    private void missDangerously(String reason, List<String> replacements) {
        miss(reason, replacements);
        draft.dangerous = true;
    }

    private int from() {
        return tokens.get(start).start();
    }

    private int to() {
        return Math.max(from(), cursor.previous().end());
    }
}
