package org.deviceoffboarding.ask.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deviceoffboarding.ask.language.time.Numbers;
import org.deviceoffboarding.ask.language.time.TimeClause;
import org.deviceoffboarding.ask.language.time.When;
import org.deviceoffboarding.ask.language.time.WhenReader;
import org.deviceoffboarding.ask.question.QuestionWording;
import org.deviceoffboarding.ask.question.Since;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.TimePoint;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/** Reads how an answer is wanted: in which groups and order, how many of them, compared with what. */
final class OrderReader {

    private static final Phrases<Boolean> DIRECTIONS = new Phrases<Boolean>()
            .with(
                    true,
                    "ascending, asc, in ascending order, ascending order, a to z, a-z, oldest first, smallest first, lowest first, earliest first, alphabetically, up, longest first, from oldest to newest, oldest to newest, oldest on top, from a to z")
            .with(
                    false,
                    "descending, desc, in descending order, descending order, z to a, z-a, newest first, largest first, highest first, latest first, most recent first, reversed, reverse, backwards, down, most first, biggest first, in reverse order, from newest to oldest, newest to oldest, newest on top, in reverse, from z to a");

    /** How groups are sorted by how many devices they have. */
    private static final Phrases<Boolean> SIZES = new Phrases<Boolean>()
            .with(
                    true,
                    "fewest, least, smallest number, lowest number, smallest count, lowest count, smallest amount, lowest amount, fewest number")
            .with(
                    false,
                    "most, highest number, largest number, greatest number, biggest number, highest count, largest count, biggest count, highest amount, largest amount, highest share, largest share, biggest share");

    private static final Phrases<Boolean> COUNTS = new Phrases<Boolean>().with(true, """
            number of devices, count of devices, device count, count, number, many devices, many devices each, number of devices each, counts, device counts, many, amount of devices, total, number of devices per row""");
    private static final Pattern EACH = Pattern.compile(
            "\\b(?:with|and|,) (?:how many|the number of|the count of|number of|counts? of)(?: devices| machines| of them)?(?: each| per \\w+| for each| there are)?[ .?]*$");
    private static final Set<String> TABLES = Set.of("table", "matrix", "overview", "list", "spreadsheet", "sheet", "chart", "summary");
    private static final Set<String> SHARES = Set.of("share", "percentage", "proportion", "portion", "fraction", "percent");

    private static final Phrases<Boolean> SIZE = new Phrases<Boolean>().with(true, """
            number of devices, device count, count, size, number, amount, count of devices, number of them, how many there are, how many, amount of devices, group size, total, frequency""");

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

    private static final Set<String> NO_NOUNS = Set.of(
            "flagged",
            "enabled",
            "disabled",
            "restricted",
            "registered",
            "enrolled",
            "removed",
            "managed",
            "unmanaged",
            "created",
            "in",
            "work",
            "part");

    private static final Set<String> STATISTICS = Set.of(
            "breakdown",
            "distribution",
            "split",
            "statistics",
            "stats",
            "overview",
            "counts",
            "totals",
            "shares",
            "chart",
            "spread",
            "histogram",
            "share",
            "mix");

    /** Nobody makes groups of these: "by" such a field is an order. */
    private static final Set<ConditionType> ORDERS = Set.of(
            ConditionType.ACTIVITY,
            ConditionType.ENTRA_ACTIVITY,
            ConditionType.INTUNE_ACTIVITY,
            ConditionType.REGISTERED,
            ConditionType.ENROLLED,
            ConditionType.REMOVED,
            ConditionType.NAME,
            ConditionType.SERIAL);

    private static final Set<String> ONE =
            Set.of("device", "machine", "object", "computer", "iphone", "ipad", "mac", "macbook", "endpoint");
    private static final Set<String> MANY = Set.of(
            "devices", "machines", "objects", "computers", "iphones", "ipads", "macs", "endpoints", "ones", "all");

    private static final String BY_WHAT = "by what is not said, or is not known here.";

    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;
    private final WhenReader whens;
    private int comparing = -1;
    private int comparingEnd = -1;
    private boolean sorting;
    private boolean ranked;
    private int rankedAt;
    private int sizedFrom;
    private int sizedTo;

    /** What makes groups, by a field that is not said yet. */
    private Item.@Nullable Hole waiting;

    OrderReader(List<Token> tokens, Cursor cursor, PromptDraft draft, WhenReader whens) {
        this.tokens = tokens;
        this.cursor = cursor;
        this.draft = draft;
        this.whens = whens;
    }

    /** Reads "situation by department". */
    boolean fieldByField() {
        int start = cursor.mark();
        boolean which = start > 0
                && Set.of("which", "what", "different", "top")
                        .contains(tokens.get(start - 1).lower());
        ConditionType field = cursor.lower(0).startsWith("group")
                        && Set.of("by", "per", "them", "on").contains(cursor.lower(1))
                ? null
                : cursor.accept(PromptWords.FIELDS);
        String last = field == null ? "" : cursor.previous().lower();
        if (field == null && isTable()) {
            return true;
        }
        ConditionType second = field != null && (cursor.accept("/") || cursor.accept("&") || cursor.accept("x"))
                ? cursor.accept(PromptWords.FIELDS)
                : null;
        if (field != null
                && second != null
                && (STATISTICS.contains(cursor.lower(0))
                        || Set.of("table", "matrix").contains(cursor.lower(0)))) {
            cursor.take();
            cursor.skip(Set.of("of", "for", "the"));
            group(field, start);
            group(second, start);
            return true;
        }
        if (second != null) {
            cursor.reset(start);
            return false;
        }
        if (field != null && (which || last.endsWith("s") || cursor.lower(0).equals("with")) && sizes()) {
            group(field, start);
            return true;
        }
        if (field != null && which && last.endsWith("s") && !cursor.atEnd() && isAsked(cursor.lower(0))) {
            group(field, start);
            lacks();
            return true;
        }
        if (field != null
                && STATISTICS.contains(cursor.lower(0))
                && !tokens.get(start).isWord("work")) {
            cursor.take();
            cursor.skip(Set.of("of", "for", "the"));
            group(field, start);
            return true;
        }
        if (field != null) {
            boolean noun =
                    tokens.subList(start, cursor.mark()).stream().noneMatch(token -> NO_NOUNS.contains(token.lower()));
            if (noun && Set.of("by", "per").contains(cursor.lower(0)) && isGrouping()) {
                group(field, start);
                return true;
            }
            boolean each = Set.of("and", "with").contains(cursor.lower(0))
                    && cursor.lower(1).equals("how")
                    && cursor.lower(2).equals("many");
            if (each && Set.of("of", "each", "per").contains(cursor.lower(3))
                    || each && cursor.lower(3).equals("devices")) {
                while (!cursor.atEnd()
                        && Set.of("and", "with", "how", "many", "of", "each", "per", "devices", "them", "there", "are")
                                .contains(cursor.lower(0))) {
                    cursor.take();
                }
                group(field, start);
                return true;
            }
        }
        if (field != null && last.endsWith("s") && isEachBehind()) {
            cursor.skip(Set.of("of", "the", "our"));
            group(field, start);
            return true;
        }
        cursor.reset(start);
        return false;
    }

    /** "OS versions of our Macs with how many devices each": what stands between says of which devices. */
    private boolean isEachBehind() {
        String rest = tokens.subList(cursor.mark(), tokens.size()).stream()
                .map(Token::lower)
                .collect(Collectors.joining(" "));
        return Set.of("of", "for", "among", "across").contains(cursor.lower(0))
                && EACH.matcher(rest).find();
    }

    /** "A table with platform, compliance and the number of devices": reads what stands before the number. */
    private boolean isTable() {
        int start = cursor.mark();
        boolean table = TABLES.contains(cursor.lower(0)) && Set.of("with", "of", "showing", "=").contains(cursor.lower(1));
        if (table) {
            cursor.take();
            cursor.take();
            cursor.skip(Set.of("the", "columns", "=", "each"));
        }
        List<ConditionType> fields = new ArrayList<>();
        for (ConditionType field = table ? cursor.accept(PromptWords.FIELDS) : null; field != null; ) {
            fields.add(field);
            if (!cursor.atEnd() && cursor.peek().kind() == Token.Kind.COMMA) {
                cursor.take();
            }
            cursor.skip(Set.of("and", "&", "the", "their", "its"));
            field = cursor.accept(PromptWords.FIELDS);
        }
        cursor.skip(Set.of("with", "a", "how"));
        boolean counts = !fields.isEmpty() && cursor.accept(COUNTS) != null;
        if (!counts) {
            cursor.reset(start);
            return false;
        }
        fields.forEach(field -> group(field, start));
        return true;
    }

    /** "Have the most", "with the fewest": reads how groups are sorted by their sizes. */
    private boolean sizes() {
        int mark = cursor.mark();
        boolean verb = true;
        if (Set.of("do", "did").contains(cursor.lower(0)) && Set.of("we", "i", "you").contains(cursor.lower(1))) {
            cursor.take();
            cursor.take();
        }
        verb = Set.of("has", "have", "had", "with", "own", "owns", "use", "uses", "contain", "contains", "count", "hold")
                .contains(cursor.lower(0));
        if (verb) {
            cursor.take();
            cursor.skip(Set.of("the", "by", "far"));
            Boolean ascending = cursor.accept(SIZES);
            if (ascending != null) {
                draft.smallestFirst = ascending;
                cursor.skip(Set.of("of", "the"));
                return true;
            }
        }
        cursor.reset(mark);
        return false;
    }

    /** "Which departments have no Macs": where none are, nothing is counted. */
    private void lacks() {
        boolean lacks = Set.of("have", "has", "own", "use").contains(cursor.lower(0))
                        && Set.of("no", "not", "none").contains(cursor.lower(1))
                || Set.of("do", "does").contains(cursor.lower(0))
                        && cursor.lower(1).equals("not")
                        && Set.of("have", "own", "use").contains(cursor.lower(2));
        if (lacks) {
            draft.missDangerously(
                    cursor.peek().start(),
                    tokens.get(cursor.mark() + 1).end(),
                    "what has no such device is not known here, only what has some.",
                    List.of());
        }
    }

    /** "What share of the fleet does each ownership type have": what each group has of all is seen from their numbers. */
    boolean shares() {
        int start = cursor.mark();
        cursor.skip(Set.of("the"));
        boolean share = SHARES.contains(cursor.lower(0)) && (cursor.lower(1).equals("of") || cursor.lower(1).equals("does"));
        boolean each = share
                && tokens.subList(start, tokens.size()).stream()
                        .anyMatch(token -> token.isWord("each") || token.isWord("every") || token.isWord("per") || token.isWord("by"));
        if (!each) {
            cursor.reset(start);
            return false;
        }
        cursor.take();
        cursor.skip(Set.of("of", "the", "all", "our", "total"));
        return true;
    }

    /** Reads the "how were" of "how were devices removed". */
    boolean howDid() {
        int start = cursor.mark();
        boolean asks = cursor.accept("how")
                && Set.of("were", "was", "did", "have", "has", "are", "got").contains(cursor.lower(0));
        int at = cursor.mark() + 1;
        while (asks && at < Math.min(tokens.size(), start + 6) && tokens.get(at).isWord()) {
            Phrases.Match<Concept> match = Vocabulary.PHRASES.match(tokens, at);
            if (match != null && match.value() instanceof Concept.RemovalOf) {
                cursor.take();
                group(ConditionType.REMOVED_HOW, start);
                return true;
            }
            boolean between = match != null
                    && (match.value() instanceof Concept.Noun
                            || match.value() instanceof Concept.Filler
                            || match.value() instanceof Concept.PlatformName
                            || match.value() instanceof Concept.Fixed);
            at = between ? match.next() : tokens.size();
        }
        cursor.reset(start);
        return false;
    }

    /** Reads the "who" of "who removed how many". */
    boolean whoDid() {
        int start = cursor.mark();
        cursor.take();
        boolean removes = cursor.accept(Vocabulary.PHRASES) instanceof Concept.RemovalOf;
        boolean counts = removes
                && (cursor.lower(0).equals("how") && Set.of("many", "often").contains(cursor.lower(1))
                        || cursor.lower(0).equals("most")
                        || cursor.lower(1).equals("most"));
        cursor.reset(start + 1);
        if (counts) {
            group(ConditionType.REMOVED_BY, start);
        } else {
            cursor.reset(start);
        }
        return counts;
    }

    private static boolean isAsked(String next) {
        return Set.of(
                        "have", "has", "are", "do", "did", "is", "use", "own", "still", "there", "occur", "with",
                        "exist", "had", "contain")
                .contains(next);
    }

    private boolean isGrouping() {
        int mark = cursor.mark();
        cursor.accept(Vocabulary.PHRASES);
        cursor.skip(Set.of("the", "their", "its", "each"));
        boolean grouping = cursor.peek(PromptWords.FIELDS) != null;
        cursor.reset(mark);
        return grouping;
    }

    void grouped(boolean certain, int start) {
        int mark = cursor.mark();
        ConditionType field = cursor.accept(PromptWords.FIELDS);
        if (field == null) {
            cursor.skip(Set.of("the", "their", "its", "each", "a", "every", "by", "per", "whether", "=", "of"));
            field = fieldHere();
        }
        if (field == null && cursor.accept(Vocabulary.PHRASES) instanceof Concept.PlatformName(Choice platform)) {
            int end = end();
            field = cursor.accept(PromptWords.FIELDS);
            if (field != null) {
                draft.add(new Item.Term(
                        Vocabulary.choices(platform).condition(), ConditionType.PLATFORM, false, from(mark), end));
            }
        }
        if (field == null) {
            cursor.reset(mark);
            if (certain) {
                withoutField(start);
            }
            return;
        }
        boolean list = !certain
                || ONE.contains(tokens.get(start).lower())
                || MANY.contains(tokens.get(start).lower());
        boolean listed = draft.wish == null
                && (MANY.contains(tokens.get(start).lower())
                        || tokens.get(start).isWord("by") && !draft.items().isEmpty());
        boolean ordered = ranked || draft.most != null || listed;
        boolean sort = list && (sorting || ORDERS.contains(field) && ordered);
        if (sort && ranked) {
            draft.sortedBy = null;
        }
        if (isCounted(start)) {
            return;
        }
        while (field != null) {
            if (sort) {
                draft.sortedBy = draft.sortedBy == null ? field : draft.sortedBy;
            } else if (!draft.groupedBy.contains(field)) {
                draft.groupedBy.add(field);
            }
            field = nextField();
        }
        if (sort) {
            sorting = false;
            direction();
            draft.piece(
                    from(start),
                    end(),
                    "sorted by " + QuestionWording.field(draft.sortedBy == null ? ConditionType.NAME : draft.sortedBy));
        } else {
            draft.wish = Wish.GROUPS;
            andState();
            draft.piece(
                    from(start),
                    end(),
                    "by "
                            + String.join(
                                    ", ",
                                    draft.groupedBy.stream()
                                            .map(QuestionWording::field)
                                            .toList()));
        }
    }

    /** A field can still follow behind "breakdown of", but not behind "by". */
    private void withoutField(int start) {
        Item.Hole hole = new Item.Hole(from(start), end());
        if (Set.of("by", "per", "each", "every").contains(cursor.previous().lower())) {
            draft.miss(hole.start(), hole.end(), BY_WHAT, List.of());
        } else {
            waiting = hole;
        }
        draft.add(hole);
    }

    /** "By department and disabled": a condition, or one more thing to make groups by? */
    private void andState() {
        int mark = cursor.mark();
        if ((cursor.accept("and") || cursor.accept("&"))
                && cursor.peek(Vocabulary.PHRASES) instanceof Concept.Fixed
                && Vocabulary.PHRASES.match(tokens, cursor.mark()) instanceof Phrases.Match<Concept> match
                && (match.next() >= tokens.size() || !tokens.get(match.next()).isWord())) {
            draft.missDangerously(
                    tokens.get(mark).start(),
                    tokens.get(match.next() - 1).end(),
                    "of which devices this is, or by what else they are counted, is not said: say \"that are\" before it.",
                    List.of());
        }
        cursor.reset(mark);
    }

    /** "By flagged devices": so many of these, not one group for flagged and one for others. */
    private boolean isCounted(int start) {
        int mark = cursor.mark();
        int at = mark - 1;
        boolean condition = at > start
                && Vocabulary.PHRASES.match(tokens.subList(0, mark), at) instanceof Phrases.Match<Concept> match
                && match.value() instanceof Concept.Fixed
                && cursor.peek(Vocabulary.PHRASES) instanceof Concept.Noun;
        if (condition) {
            cursor.reset(at);
        }
        return condition;
    }

    private @Nullable ConditionType fieldHere() {
        if (cursor.lower(0).equals("how")
                && !cursor.lower(1).equals("many")
                && draft.items().stream().anyMatch(item -> item instanceof Item.Term)) {
            cursor.take();
            return ConditionType.REMOVED_HOW;
        }
        if (cursor.lower(0).equals("whom") || cursor.lower(0).equals("who")) {
            cursor.take();
            return ConditionType.REMOVED_BY;
        }
        return cursor.accept(PromptWords.FIELDS);
    }

    private @Nullable ConditionType nextField() {
        int mark = cursor.mark();
        boolean more = false;
        while (!cursor.atEnd()
                && !(more && cursor.peek(PromptWords.FIELDS) != null)
                && (cursor.peek().kind() == Token.Kind.COMMA
                        || Set.of("and", "then", "by", "per", "&", "/", "the", "their", "within", "also", "again")
                                .contains(cursor.lower(0)))) {
            more |= !cursor.lower(0).equals("the");
            cursor.take();
        }
        int here = cursor.mark();
        ConditionType field = more ? cursor.accept(PromptWords.FIELDS) : null;
        boolean isCondition = field != null
                && (!cursor.atEnd()
                                && (cursor.peek().kind() == Token.Kind.QUOTED
                                        || cursor.lower(0).equals("=") && isNamed(field)
                                        || isValue(field))
                        || longerConcept(here));
        if (field == null || isCondition) {
            cursor.reset(mark);
            return null;
        }
        return field;
    }

    /** "By platform, flagged ones": what follows is a condition. */
    private boolean longerConcept(int at) {
        Phrases.Match<Concept> match = Vocabulary.PHRASES.match(tokens, at);
        int mark = cursor.mark();
        boolean condition = match != null
                && switch (match.value()) {
                    case Concept.Fixed _ ->
                        match.next() > mark
                                || match.next() == mark && tokens.get(at - 1).kind() == Token.Kind.COMMA;
                    case Concept.TimeOf _, Concept.ActivityOf _ -> isTimed(match.next());
                    default -> false;
                };
        cursor.reset(mark);
        return condition;
    }

    private boolean isTimed(int behind) {
        cursor.reset(behind);
        return TimeClause.read(cursor, whens, true) != null;
    }

    /** "By department, platform: stale" ends the list with a colon; "by platform, department: Sales" has a value behind it. */
    private boolean isNamed(ConditionType field) {
        int mark = cursor.mark();
        cursor.take();
        boolean named = isValue(field)
                || cursor.atEnd()
                || !cursor.peek().isWord()
                || cursor.peek(Vocabulary.PHRASES) == null
                || cursor.peek(ChoiceReader.ANSWERS) != null;
        cursor.reset(mark);
        return named;
    }

    private boolean isValue(ConditionType field) {
        int mark = cursor.mark();
        boolean value =
                switch (field) {
                    case PLATFORM, OWNERSHIP, JOIN_TYPE, SITUATION, LINK, COMPLIANCE ->
                        new ChoiceReader(cursor).read(field) != null;
                    default -> false;
                };
        cursor.reset(mark);
        return value;
    }

    private void group(ConditionType field, int start) {
        draft.wish = Wish.GROUPS;
        if (!draft.groupedBy.contains(field)) {
            draft.groupedBy.add(field);
        }
        draft.piece(from(start), end(), "by " + QuestionWording.field(field));
    }

    void sorted(int start) {
        if (sortedBySize(start)) {
            return;
        }
        ConditionType field = isAdjective() ? null : cursor.accept(PromptWords.FIELDS);
        if (field == null && isAdjective()) {
            sorting = true;
            return;
        }
        if (field == null) {
            cursor.skip(Set.of("the", "their", "its", "date", "of", "by"));
            field = cursor.accept(PromptWords.FIELDS);
        }
        if (field == null) {
            if (cursor.peek(Vocabulary.PHRASES) instanceof Concept.Ranked) {
                return;
            }
            if (cursor.previous().lower().startsWith("sort")
                    || cursor.previous().lower().startsWith("order")
                    || cursor.previous().lower().startsWith("rank")) {
                sorting = true;
                return;
            }
            draft.add(new Item.Hole(from(start), end()));
            draft.miss(from(start), end(), BY_WHAT, List.of());
            return;
        }
        draft.sortedBy = field;
        direction();
        draft.piece(from(start), end(), "sorted by " + QuestionWording.field(field));
    }

    /** Reads "by number of devices". */
    private boolean sortedBySize(int start) {
        int mark = cursor.mark();
        cursor.skip(Set.of("the", "their", "its", "by", "of"));
        if (cursor.accept(SIZE) == null || cursor.peek(PromptWords.FIELDS) != null) {
            cursor.reset(mark);
            return false;
        }
        sizedFrom = from(start);
        direction();
        sizedTo = end();
        draft.smallestFirst = Boolean.TRUE.equals(draft.ascending);
        draft.piece(sizedFrom, sizedTo, "sorted by number of devices");
        return true;
    }

    /** "Sort flagged devices by": of which devices, not by what. */
    private boolean isAdjective() {
        int mark = cursor.mark();
        boolean adjective = NO_NOUNS.contains(cursor.lower(0))
                && cursor.accept(PromptWords.FIELDS) != null
                && cursor.peek(Vocabulary.PHRASES) instanceof Concept.Noun;
        cursor.reset(mark);
        return adjective;
    }

    private void direction() {
        int mark = cursor.mark();
        while (!cursor.atEnd()
                && (cursor.peek().kind() == Token.Kind.COMMA
                        || cursor.peek().kind() == Token.Kind.OPEN
                        || cursor.peek().isWord("with")
                        || cursor.peek().isWord("the"))) {
            cursor.take();
        }
        Boolean ascending = cursor.accept(DIRECTIONS);
        if (ascending == null) {
            cursor.reset(mark);
        } else {
            draft.ascending = ascending;
        }
    }

    void ranked(Concept.Ranked ranked, int start) {
        if (ranked.by() == null) {
            Integer number = cursor.atEnd() ? null : Numbers.certain(cursor.lower(0));
            if (number != null && !WhenReader.UNITS.containsKey(cursor.lower(1))) {
                cursor.take();
                most(number, start);
            } else if (cursor.previous().isWord("first") && draft.last() instanceof Item.Term) {
                draft.missDangerously(
                        from(start), end(), "lists are sorted by one field, not by a condition.", List.of());
            } else if (!cursor.previous().isWord("first") && !cursor.previous().isWord("top")) {
                draft.add(new Item.Hole(from(start), end()));
                draft.missDangerously(from(start), end(), "how many is not said.", List.of());
            }
            return;
        }
        if (draft.sortedBy != null
                && draft.ascending == null
                && cursor.previous().isWord("first")) {
            draft.ascending = ranked.ascending();
            return;
        }
        this.ranked = true;
        rankedAt = start;
        if (draft.sortedBy == null) {
            draft.sortedBy = ranked.by();
            draft.ascending = ranked.ascending();
        }
        draft.piece(from(start), end(), "sorted by " + QuestionWording.field(ranked.by()));
        Integer number = cursor.atEnd() || !cursor.peek().isWord() ? null : Numbers.certain(cursor.lower(0));
        if (number != null && draft.most == null && !WhenReader.UNITS.containsKey(cursor.lower(1))) {
            int here = cursor.mark();
            cursor.take();
            most(number, here);
        }
    }

    /** Reads "the last 5 registered". */
    boolean lastOf() {
        int start = cursor.mark();
        String word = cursor.lower(0);
        Integer number = Numbers.certain(cursor.lower(1));
        if (!Set.of("last", "first", "latest", "earliest", "newest", "oldest").contains(word)
                || number == null
                || WhenReader.UNITS.containsKey(cursor.lower(2))) {
            return false;
        }
        cursor.take();
        cursor.take();
        int mark = cursor.mark();
        cursor.accept("devices");
        cursor.skip(Set.of("that", "were", "to", "be", "which", "got"));
        ConditionType by =
                switch (cursor.accept(Vocabulary.PHRASES)) {
                    case Concept.TimeOf(ConditionType type, var _) -> type;
                    case Concept.RemovalOf _ -> ConditionType.REMOVED;
                    case Concept.ActivityOf(var source, boolean negative, var _)
                    when !negative ->
                        switch (source) {
                            case ANY -> ConditionType.ACTIVITY;
                            case ENTRA -> ConditionType.ENTRA_ACTIVITY;
                            case INTUNE -> ConditionType.INTUNE_ACTIVITY;
                        };
                    case null, default -> null;
                };
        if (by == null) {
            cursor.reset(start);
            return false;
        }
        if (by == ConditionType.REMOVED) {
            cursor.reset(mark);
            cursor.skip(Set.of("devices", "that", "were", "to", "be", "which", "got"));
        }
        draft.sortedBy = by;
        draft.ascending = Set.of("first", "earliest", "oldest").contains(word);
        most(number, start);
        return true;
    }

    /** Reads how many are wanted. */
    boolean number() {
        int start = cursor.mark();
        Integer number = cursor.lower(0).equals("single") ? Integer.valueOf(1) : Numbers.certain(cursor.lower(0));
        if (number == null || draft.most != null) {
            return false;
        }
        cursor.take();
        int mark = cursor.mark();
        cursor.skip(Set.of("of", "the"));
        Concept next = cursor.atEnd() ? null : cursor.peek(Vocabulary.PHRASES);
        boolean counts = next instanceof Concept.Ranked
                || next instanceof Concept.Noun
                || next instanceof Concept.PlatformName
                || next instanceof Concept.Fixed
                || next instanceof Concept.ActivityOf
                || next instanceof Concept.Unclear
                || cursor.atEnd() && draft.sortedBy != null
                || (cursor.atEnd() || !cursor.peek().isWord())
                        && start > 0
                        && Set.of("just", "only", "show", "list", "give")
                                .contains(tokens.get(start - 1).lower())
                || draft.sortedBy != null
                || start > 0
                        && tokens.get(start - 1).isWord("which")
                        && Set.of("have", "has", "are", "were", "had").contains(cursor.lower(0));
        cursor.reset(mark);
        if (!counts) {
            cursor.reset(start);
            return false;
        }
        most(number, start);
        return true;
    }

    private void most(int number, int start) {
        if (draft.last() instanceof Item.Not) {
            draft.missDangerously(
                    from(start), end(), "that it is not this many cannot be asked, only which devices.", List.of());
            return;
        }
        if (number < 1) {
            draft.add(new Item.Hole(from(start), end()));
            draft.missDangerously(from(start), end(), "this is no number of devices.", List.of());
            return;
        }
        draft.most = number;
        draft.piece(from(start), end(), "at most " + number);
        int mark = cursor.mark();
        ConditionType field = cursor.accept(PromptWords.FIELDS);
        if (field != null
                && cursor.previous().lower().endsWith("s")
                && draft.groupedBy.isEmpty()
                && !(cursor.peek(Vocabulary.PHRASES) instanceof Concept.Ranked)) {
            group(field, mark);
        } else {
            cursor.reset(mark);
        }
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
        if (draft.compared != null && !cursor.lower(0).equals("since") || !COMPARES.contains(cursor.lower(0))) {
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
        if (comparing < 0 || draft.compared != null) {
            return false;
        }
        draft.compared = since(clause.when());
        draft.piece(start, end, "compared");
        return true;
    }

    boolean isComparing() {
        return comparing >= 0 && draft.compared == null;
    }

    void finish() {
        if (waiting != null && draft.groupedBy.isEmpty()) {
            draft.miss(waiting.start(), waiting.end(), BY_WHAT, List.of());
        } else if (waiting != null) {
            draft.items().replaceAll(item -> item.equals(waiting) ? new Item.Link() : item);
        }
        if (ranked && !draft.groupedBy.isEmpty() && draft.sortedBy != null && ORDERS.contains(draft.sortedBy)) {
            draft.missDangerously(
                    from(rankedAt),
                    tokens.get(rankedAt).end(),
                    "the first of each group is not known here.",
                    List.of());
        }
        if (draft.groupedBy.isEmpty() && (draft.smallestFirst || sizedTo > 0)) {
            draft.missDangerously(
                    sizedFrom, Math.max(sizedFrom, sizedTo), "only groups are sorted by how many devices they have.", List.of());
        }
        if (comparing >= 0 && draft.compared == null) {
            draft.add(new Item.Hole(comparing, comparingEnd));
            draft.missDangerously(
                    comparing,
                    comparingEnd,
                    "with what it is to be compared is not said, or not understood: the run before, or a date.",
                    List.of());
        }
        boolean one = tokens.stream().anyMatch(token -> ONE.contains(token.lower()))
                && tokens.stream().noneMatch(token -> MANY.contains(token.lower()));
        if (one && draft.most == null && draft.sortedBy != null && draft.groupedBy.isEmpty() && ranked) {
            draft.most = 1;
        }
    }

    private void set(Since since, int start) {
        draft.compared = since;
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
