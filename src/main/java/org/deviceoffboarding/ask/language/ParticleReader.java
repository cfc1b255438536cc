package org.deviceoffboarding.ask.language;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;

/** Reads what joins conditions, says nothing, or takes some of the devices out. */
final class ParticleReader {

    /** Behind these, a "not" that was said before holds no longer. */
    private static final Set<String> RELATIVE = Set.of("that", "which", "who", "whose");

    private final Reading reading;
    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;
    private final boolean further;

    ParticleReader(Reading reading) {
        this.reading = reading;
        tokens = reading.tokens();
        cursor = reading.cursor();
        draft = reading.draft();
        further = reading.further();
    }

    /** Reads a word that joins. */
    void joined(Concept.Joint kind) {
        boolean begins = beginsField(kind);
        if (cursor.previous().isWord("/") && !begins) {
            draft.stroke(reading.from());
        }
        joint(begins ? Concept.Joint.BUT : kind);
    }

    /** Reads a word by which a prompt speaks of the devices of the question before. */
    void narrowing(Concept.Narrowing narrowing) {
        if (isFirst("how")) {
            draft.want(Wish.COUNT);
        }
        if (isFirst("and") && !draft.items().isEmpty()) {
            joint(Concept.Joint.AND);
        }
        draft.narrow();
        if (narrowing.replaces()) {
            draft.replace();
        }
    }

    private boolean isFirst(String word) {
        return tokens.get(reading.start()).isWord(word);
    }

    void joint(Concept.Joint kind) {
        if (kind == Concept.Joint.COMMA) {
            cursor.take();
        }
        boolean more = kind == Concept.Joint.AND && (isFirst("as") || adds());
        boolean begins = draft.isDenying() && cursor.hasPassed(reading.start(), RELATIVE);
        draft.add(new Item.Joint(kind));
        if (begins) {
            draft.add(new Item.Link());
        }
        if (more) {
            draft.add(new Item.Noun(""));
        }
    }

    /** "Along with iPads": more devices, rather than fewer. */
    private boolean adds() {
        return isFirst("plus")
                || (isFirst("along") || isFirst("together"))
                        && cursor.peek(Vocabulary.PHRASES) instanceof Concept.PlatformName;
    }

    /** "(or blocked)" joins what the brackets hold with what stands before them. */
    void open() {
        cursor.take();
        Phrases.Match<Concept> first = Vocabulary.PHRASES.match(tokens, cursor.mark());
        if (first != null && first.value() instanceof Concept.Joint kind && kind != Concept.Joint.COMMA) {
            reading.begin();
            cursor.reset(first.next());
            joint(kind);
        }
        draft.add(new Item.Open());
    }

    /** "Get rid of stale Macs" asks for these; of devices that were named before it takes some away. */
    void takenOut(boolean removed) {
        boolean wish = reading.start() > 0 && tokens.get(reading.start() - 1).isWord("to");
        if (further && !wish || draft.items().stream().anyMatch(Item.Term.class::isInstance) && !removed) {
            if (further) {
                draft.narrow();
            }
            draft.add(new Item.Not(true, reading.from(), reading.to()));
        } else if (!removed
                || further
                || draft.items().stream().anyMatch(Item.Term.class::isInstance) && !cursor.atEnd()) {
            reading.missDangerously(
                    "are these devices to be removed, or to be left out of the list?",
                    List.of("show", "all devices except"));
        }
    }

    /** "Most" of a group is a group; of devices it is fewer than all. */
    void filler() {
        List<Token> words = tokens.subList(reading.start(), cursor.mark());
        if (words.stream().anyMatch(token -> token.isWord("still"))
                && words.stream().anyMatch(token -> token.isWord("entra"))) {
            draft.keepInEntra();
        }
        boolean corrects = isFirst("i") && cursor.previous().isWord("mean");
        if (corrects && reading.start() > 0 && tokens.get(reading.start() - 1).kind() == Token.Kind.STOP) {
            draft.items()
                    .replaceAll(item -> item instanceof Item.Term term && term.type() == ConditionType.FLAGGED
                            ? new Item.Link()
                            : item);
        }
        if (Set.of("all", "every").contains(tokens.get(reading.start()).lower())
                && draft.last() instanceof Item.Joint
                && draft.items().stream().anyMatch(Item.Term.class::isInstance)) {
            draft.add(new Item.Noun(""));
        }
        boolean most = isFirst("most") && cursor.mark() == reading.start() + 1;
        if (most && draft.wish() != Wish.GROUPS && draft.wish() != Wish.COUNT) {
            reading.missDangerously("how many of them is not said.", List.of());
        } else if (!further
                && cursor.mark() == reading.start() + 1
                && isFirst("it")
                && reading.start() == 1
                && Set.of("is", "was", "does", "did", "has", "can", "should")
                        .contains(tokens.getFirst().lower())
                && draft.items().stream().allMatch(Item.Link.class::isInstance)) {
            reading.missDangerously("no device is named that this could be.", List.of());
        }
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
}
