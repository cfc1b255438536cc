package org.deviceoffboarding.ask.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.vocabulary.PromptWords;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;

/** Reads groups that are named before what is wanted of them: "departments with the most Macs", "platform distribution". */
final class FieldGroupReader {

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
    private static final Set<String> TABLES =
            Set.of("table", "matrix", "overview", "list", "spreadsheet", "sheet", "chart", "summary");
    private static final Set<String> SHARES =
            Set.of("share", "percentage", "proportion", "portion", "fraction", "percent");

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

    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;

    FieldGroupReader(List<Token> tokens, Cursor cursor, PromptDraft draft) {
        this.tokens = tokens;
        this.cursor = cursor;
        this.draft = draft;
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
            boolean noun = tokens.subList(start, cursor.mark()).stream()
                    .noneMatch(token -> RankReader.NO_NOUNS.contains(token.lower()));
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
        return Set.of("of", "for", "among", "across").contains(cursor.lower(0))
                && EACH.matcher(rest()).find();
    }

    private String rest() {
        return tokens.subList(cursor.mark(), tokens.size()).stream()
                .map(Token::lower)
                .collect(Collectors.joining(" "));
    }

    /** "A table with platform, compliance and the number of devices": reads what stands before the number. */
    private boolean isTable() {
        int start = cursor.mark();
        boolean table = TABLES.contains(cursor.lower(0))
                && Set.of("with", "of", "showing", "=").contains(cursor.lower(1));
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
        if (Set.of("do", "did").contains(cursor.lower(0))
                && Set.of("we", "i", "you").contains(cursor.lower(1))) {
            cursor.take();
            cursor.take();
        }
        verb = Set.of(
                        "has",
                        "have",
                        "had",
                        "with",
                        "own",
                        "owns",
                        "use",
                        "uses",
                        "contain",
                        "contains",
                        "count",
                        "hold")
                .contains(cursor.lower(0));
        if (verb) {
            cursor.take();
            cursor.skip(Set.of("the", "by", "far"));
            Boolean ascending = cursor.accept(SIZES);
            if (ascending != null) {
                draft.sortGroups(ascending);
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
        boolean share = SHARES.contains(cursor.lower(0))
                && (cursor.lower(1).equals("of") || cursor.lower(1).equals("does"));
        boolean each = share
                && tokens.subList(start, tokens.size()).stream()
                        .anyMatch(token -> token.isWord("each")
                                || token.isWord("every")
                                || token.isWord("per")
                                || token.isWord("by"));
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
            at = match != null && between ? match.next() : tokens.size();
        }
        cursor.reset(start);
        return false;
    }

    /** Reads the "who" of "who removed how many", and of "who removed devices, and how many each". */
    boolean whoDid() {
        int start = cursor.mark();
        cursor.take();
        boolean removes = cursor.accept(Vocabulary.PHRASES) instanceof Concept.RemovalOf;
        boolean counts = removes
                && (cursor.lower(0).equals("how") && Set.of("many", "often").contains(cursor.lower(1))
                        || cursor.lower(0).equals("most")
                        || cursor.lower(1).equals("most")
                        || EACH.matcher(rest()).find());
        cursor.reset(start + 1);
        if (counts) {
            group(ConditionType.REMOVED_BY, start);
        } else {
            cursor.reset(start);
        }
        return counts;
    }

    /** "How many each", where no groups are made: of each what? */
    void finish() {
        for (int i = 1; i < tokens.size() && draft.groupedBy().isEmpty(); i++) {
            if (tokens.get(i).isWord("each") && tokens.get(i - 1).isWord("many")) {
                draft.missDangerously(from(i - 1), tokens.get(i).end(), RankReader.BY_WHAT, List.of());
            }
        }
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

    private void group(ConditionType field, int start) {
        draft.group(field, from(start), end());
    }

    private int from(int start) {
        return tokens.get(start).start();
    }

    private int end() {
        return cursor.previous().end();
    }
}
