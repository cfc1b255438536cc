package org.deviceoffboarding.ask.language;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.time.Numbers;
import org.deviceoffboarding.ask.language.time.WhenReader;
import org.deviceoffboarding.ask.language.vocabulary.PromptWords;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.QuestionWording;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;

/** Reads in which order devices or groups are wanted, and how many of them. */
final class RankReader {

    private static final Phrases<Boolean> DIRECTIONS = new Phrases<Boolean>()
            .with(
                    true,
                    "ascending, asc, in ascending order, ascending order, a to z, a-z, oldest first, smallest first, lowest first, earliest first, alphabetically, up, longest first, from oldest to newest, oldest to newest, oldest on top, from a to z")
            .with(
                    false,
                    "descending, desc, in descending order, descending order, z to a, z-a, newest first, largest first, highest first, latest first, most recent first, reversed, reverse, backwards, down, most first, biggest first, in reverse order, from newest to oldest, newest to oldest, newest on top, in reverse, from z to a");

    private static final Phrases<Boolean> SIZE = new Phrases<Boolean>().with(true, """
            number of devices, device count, count, size, number, amount, count of devices, number of them, how many there are, how many, amount of devices, group size, total, frequency""");

    static final Set<String> NO_NOUNS = Set.of(
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

    /** Nobody makes groups of these: "by" such a field is an order. */
    static final Set<ConditionType> ORDERS = Set.of(
            ConditionType.ACTIVITY,
            ConditionType.ENTRA_ACTIVITY,
            ConditionType.INTUNE_ACTIVITY,
            ConditionType.REGISTERED,
            ConditionType.ENROLLED,
            ConditionType.REMOVED,
            ConditionType.NAME,
            ConditionType.SERIAL);

    static final Set<String> ONE =
            Set.of("device", "machine", "object", "computer", "iphone", "ipad", "mac", "macbook", "endpoint");
    static final Set<String> MANY = Set.of(
            "devices", "machines", "objects", "computers", "iphones", "ipads", "macs", "endpoints", "ones", "all");

    static final String BY_WHAT = "by what is not said, or is not known here.";

    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;
    private boolean sorting;
    private boolean ranked;
    private int rankedAt;
    private int sizedFrom;
    private int sizedTo;

    RankReader(List<Token> tokens, Cursor cursor, PromptDraft draft) {
        this.tokens = tokens;
        this.cursor = cursor;
        this.draft = draft;
    }

    /** Whether "sort" was read, and by what is still to be said. */
    boolean isSorting() {
        return sorting;
    }

    /** By what is said. */
    void sorted() {
        sorting = false;
    }

    /** Whether the oldest, the newest or the like are wanted. */
    boolean isRanked() {
        return ranked;
    }

    void sorted(int start) {
        sortedThings();
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
        draft.sortBy(field);
        direction();
        draft.piece(from(start), end(), "sorted by " + QuestionWording.field(field));
    }

    /** "Sort the devices by": moves behind what is sorted, where it says no more than that. */
    private void sortedThings() {
        int mark = cursor.mark();
        cursor.skip(Set.of("the", "all", "devices", "list", "results", "result"));
        if (cursor.mark() == mark || !cursor.accept("by")) {
            cursor.reset(mark);
        }
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
        draft.sortGroups(Boolean.TRUE.equals(draft.ascending()));
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

    void direction() {
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
            draft.ascend(ascending);
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
            } else if (cursor.previous().isWord("to") && !cursor.atEnd()) {
                draft.narrow();
            } else if (!cursor.previous().isWord("first") && !cursor.previous().isWord("top")) {
                draft.add(new Item.Hole(from(start), end()));
                draft.missDangerously(from(start), end(), "how many is not said.", List.of());
            }
            return;
        }
        if (draft.sortedBy() != null
                && draft.ascending() == null
                && cursor.previous().isWord("first")) {
            draft.ascend(ranked.ascending());
            return;
        }
        this.ranked = true;
        rankedAt = start;
        if (draft.sortedBy() == null) {
            draft.sortBy(ranked.by());
            draft.ascend(ranked.ascending());
        }
        draft.piece(from(start), end(), "sorted by " + QuestionWording.field(ranked.by()));
        Integer number = cursor.atEnd() || !cursor.peek().isWord() ? null : Numbers.certain(cursor.lower(0));
        if (number != null && draft.most() == null && !WhenReader.UNITS.containsKey(cursor.lower(1))) {
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
        draft.sortBy(by);
        draft.ascend(Set.of("first", "earliest", "oldest").contains(word));
        most(number, start);
        return true;
    }

    /** Reads how many are wanted. */
    boolean number() {
        int start = cursor.mark();
        Integer number = cursor.lower(0).equals("single") ? Integer.valueOf(1) : Numbers.certain(cursor.lower(0));
        if (number == null || draft.most() != null || isOfUnknown(start)) {
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
                || cursor.atEnd() && draft.sortedBy() != null
                || (cursor.atEnd() || !cursor.peek().isWord())
                        && start > 0
                        && Set.of("just", "only", "show", "list", "give")
                                .contains(tokens.get(start - 1).lower())
                || draft.sortedBy() != null
                || isCountedThat(start)
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

    /** "The ten that have been silent longest". */
    private boolean isCountedThat(int start) {
        return start > 0
                && Set.of("the", "only", "just", "those")
                        .contains(tokens.get(start - 1).lower())
                && Set.of("that", "which", "with").contains(cursor.lower(0));
    }

    /** "SOC 2 devices": a number behind a word that is not understood is of that word. */
    private boolean isOfUnknown(int start) {
        return start > 0
                && Character.isDigit(tokens.get(start).text().charAt(0))
                && draft.last() instanceof Item.Hole(int _, int end)
                && end == tokens.get(start - 1).end()
                && tokens.get(start - 1).isWord();
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
        draft.limit(number);
        draft.piece(from(start), end(), "at most " + number);
        int mark = cursor.mark();
        ConditionType field = cursor.accept(PromptWords.FIELDS);
        if (field != null
                && cursor.previous().lower().endsWith("s")
                && draft.groupedBy().isEmpty()
                && !(cursor.peek(Vocabulary.PHRASES) instanceof Concept.Ranked)) {
            draft.group(field, from(mark), end());
        } else {
            cursor.reset(mark);
        }
    }

    /** Reports what no order can be of. */
    void finish() {
        if (ranked && !draft.groupedBy().isEmpty() && draft.sortedBy() != null && ORDERS.contains(draft.sortedBy())) {
            draft.missDangerously(
                    from(rankedAt),
                    tokens.get(rankedAt).end(),
                    "the first of each group is not known here.",
                    List.of());
        }
        if (draft.groupedBy().isEmpty() && (draft.isSmallestFirst() || sizedTo > 0)) {
            draft.missDangerously(
                    sizedFrom,
                    Math.max(sizedFrom, sizedTo),
                    "only groups are sorted by how many devices they have.",
                    List.of());
        }
        boolean one = tokens.stream().anyMatch(token -> ONE.contains(token.lower()))
                && tokens.stream().noneMatch(token -> MANY.contains(token.lower()));
        if (one
                && draft.most() == null
                && draft.sortedBy() != null
                && draft.groupedBy().isEmpty()
                && ranked) {
            draft.limit(1);
        }
    }

    private int from(int start) {
        return tokens.get(start).start();
    }

    private int end() {
        return cursor.previous().end();
    }
}
