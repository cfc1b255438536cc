package org.deviceoffboarding.ask.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.text.Makers;
import org.deviceoffboarding.ask.language.time.Than;
import org.deviceoffboarding.ask.language.time.WhenReader;
import org.deviceoffboarding.ask.language.vocabulary.PromptWords;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads known makers that are named alone: "Dells", "Dell or HP laptops", "Lenovo's". With a word behind it that is not known it is
 * something else of theirs ("HP printers", "Dell Latitude"), and behind one that is not it is somebody or something else, too.
 */
final class MakerReader {

    private static final Set<String> KINDS_OF_PC = Set.of(
            "pc",
            "pcs",
            "laptop",
            "laptops",
            "desktop",
            "desktops",
            "notebook",
            "notebooks",
            "workstation",
            "workstations",
            "ultrabook",
            "ultrabooks");

    /** What a maker has besides devices, and what is called after one. */
    private static final Set<String> NO_DEVICES = Set.of(
            "group",
            "groups",
            "department",
            "departments",
            "dept",
            "depts",
            "team",
            "teams",
            "admin",
            "account",
            "accounts",
            "guy",
            "guys",
            "folks",
            "people",
            "person",
            "user",
            "users",
            "tenant",
            "portal",
            "data",
            "information",
            "info",
            "details",
            "update",
            "updates",
            "support",
            "store",
            "id",
            "ids",
            "name",
            "names");

    /** Behind one of these and a word that is not known, a maker says of what that is. */
    private static final Set<String> OF = Set.of("of", "from", "by", "for", "with", "to", "at");

    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "this", "that", "one", "my", "our", "another");

    private static final Pattern SPAN = Pattern.compile("\\d{1,5}[a-z]{1,6}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    private final Reading reading;
    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;

    MakerReader(Reading reading) {
        this.reading = reading;
        tokens = reading.tokens();
        cursor = reading.cursor();
        draft = reading.draft();
    }

    /** Reads makers that are named one after the other; does not move where none is. */
    boolean named() {
        if (isSurface()) {
            surface();
            return true;
        }
        int mark = cursor.mark();
        Set<String> makers = new LinkedHashSet<>();
        int end = mark;
        for (String maker = maker(); maker != null; maker = joined() ? maker() : null) {
            makers.add(maker);
            end = cursor.mark();
        }
        cursor.reset(end);
        if (makers.isEmpty() || isOfSomethingElse(mark) || isSingle(mark) || !isAlone()) {
            cursor.reset(mark);
            return false;
        }
        reading.term(
                new Condition.Is(new Criterion.Texts(ConditionType.MANUFACTURER, List.copyOf(makers))),
                ConditionType.MANUFACTURER,
                false);
        kindOfPc();
        return true;
    }

    /** "Surface devices", "Surfaces": a line of models, unless a word of a model's name follows. */
    private boolean isSurface() {
        boolean one = cursor.lower(0).equals("surface")
                && Set.of("devices", "machines", "hardware", "pcs").contains(cursor.lower(1));
        return one || cursor.lower(0).equals("surfaces") && !isOfSomethingElse(cursor.mark());
    }

    private void surface() {
        cursor.take();
        reading.term(
                new Condition.Is(new Criterion.Texts(ConditionType.MODEL, List.of("Surface*"))),
                ConditionType.MODEL,
                false);
    }

    private @Nullable String maker() {
        Token token = cursor.token(0);
        if (token == null || !token.isWord()) {
            return null;
        }
        String maker = Makers.of(token.text());
        if (maker == null && isBeforeDevices()) {
            maker = Makers.beforeDevices(token.text());
        }
        if (maker != null) {
            cursor.take();
            cursor.accept("'s");
        }
        return maker;
    }

    /** "Apple devices", but not "Apple computers", which run macOS, and not what "Microsoft" begins in Entra's words. */
    private boolean isBeforeDevices() {
        Phrases.Match<Concept> match = Vocabulary.PHRASES.match(tokens, cursor.mark());
        boolean longer = match != null && match.next() > cursor.mark() + 1;
        boolean of = cursor.mark() > 0
                && Set.of("in", "from", "to", "with")
                        .contains(tokens.get(cursor.mark() - 1).lower());
        return !longer
                && !of
                && (KINDS_OF_PC.contains(cursor.lower(1))
                        || Set.of("devices", "machines", "hardware", "phones", "tablets")
                                .contains(cursor.lower(1)));
    }

    private boolean joined() {
        boolean joined = false;
        while (!cursor.atEnd()
                && (cursor.peek().kind() == Token.Kind.COMMA
                        || Set.of("or", "and", "nor", "/", "&").contains(cursor.lower(0)))) {
            cursor.take();
            joined = true;
        }
        return joined;
    }

    /** "Michael Dell", "a dock from Dell", "disabled by HP". */
    private boolean isOfSomethingElse(int mark) {
        String before = mark > 0 ? tokens.get(mark - 1).lower() : "";
        if (before.equals("by")) {
            return true;
        }
        if (!(draft.last() instanceof Item.Hole(int start, int end))) {
            return false;
        }
        String hole = draft.words(start, end);
        String last = hole.substring(hole.lastIndexOf(' ') + 1);
        if (KINDS_OF_PC.contains(hole.toLowerCase(Locale.ROOT))) {
            return false;
        }
        boolean beside = end == tokens.get(Math.max(0, mark - 1)).end();
        return beside && Character.isUpperCase(last.charAt(0)) || OF.contains(before);
    }

    /** "We need the Dell": one that is not named, rather than all. */
    private boolean isSingle(int mark) {
        boolean article = mark > 0 && ARTICLES.contains(tokens.get(mark - 1).lower());
        boolean single = tokens.subList(mark, cursor.mark()).stream()
                .noneMatch(token -> token.isWord("'s") || Makers.plurals().contains(token.lower()));
        Concept next = cursor.atEnd() ? null : cursor.peek(Vocabulary.PHRASES);
        return article
                && single
                && !(next instanceof Concept.Noun
                        || next instanceof Concept.PlatformName
                        || next instanceof Concept.Fixed
                        || KINDS_OF_PC.contains(cursor.lower(0)));
    }

    /** Whether nothing follows that could make one name of both. */
    private boolean isAlone() {
        if (cursor.atEnd() || !cursor.peek().isWord()) {
            return true;
        }
        String next = cursor.lower(0);
        return !NO_DEVICES.contains(next)
                && (Vocabulary.PHRASES.match(tokens, cursor.mark()) != null
                        || Than.TIMES.match(tokens, cursor.mark()) != null
                        || PromptWords.FIELDS.match(tokens, cursor.mark()) != null
                        || SPAN.matcher(next).matches() && next.chars().noneMatch(c -> c == '-')
                        || NUMBER.matcher(next).matches() && WhenReader.UNITS.containsKey(cursor.lower(1)));
    }

    /** "Dell laptops": all devices of the maker, since a laptop and a desktop are the same here. */
    private void kindOfPc() {
        if (KINDS_OF_PC.contains(cursor.lower(0))) {
            Token kind = cursor.take();
            draft.remark(
                    kind.start(), kind.end(), "laptops and desktops are not told apart here: both are among them.");
        }
    }
}
