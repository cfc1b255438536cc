package org.deviceoffboarding.ask.language.doubt;

import java.util.List;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.text.SpokenText;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;

/** "How many of those are disabled?" as the first question: no devices were named that those could be. */
final class NothingBefore {

    private static final String THINGS =
            "(?:devices|machines|computers|endpoints|objects|macs|iphones|ipads|androids|laptops|phones)";

    /** "Of those that are disabled" says at once which ones are meant, as "of these devices: …" can. */
    private static final Pattern POINTING = SpokenText.words(
            "(?:of|from|among|amongst|out of|within) (?:those|these|them)(?! (?:[a-z-]+ ){0,3}?(?:that|which|who|whose|with|without|"
                    + THINGS + ")(?= |$))");

    /** Written small, the department IT is a word that points at something. */
    private static final Pattern IT = SpokenText.words("(?<= )in it(?=$| [.,)])");

    private NothingBefore() {}

    /** Misses dangerously what points at devices of which the prompt has not spoken. */
    static void miss(List<Token> tokens, PromptDraft draft) {
        it(tokens, draft);
        for (SpokenText.Span span : new SpokenText(tokens).find(POINTING, 0)) {
            int start = tokens.get(span.from()).start();
            int end = tokens.get(span.to() - 1).end();
            boolean spoken = names(tokens.subList(0, span.from()))
                    || draft.items().stream().anyMatch(item -> item instanceof Item.Term term && term.start() < start);
            if (!spoken) {
                draft.missed().removeIf(missed -> missed.start() >= start && missed.end() <= end);
                draft.missDangerously(start, end, "no devices were named before that these could be.", List.of());
            }
        }
    }

    /** "Macs in it", but not "with LAP in it". */
    private static void it(List<Token> tokens, PromptDraft draft) {
        for (SpokenText.Span span : new SpokenText(tokens).find(IT, 0)) {
            int start = tokens.get(span.from()).start();
            int end = tokens.get(span.to() - 1).end();
            boolean read = draft.items().stream()
                    .anyMatch(item -> item instanceof Item.Term term && term.start() < end && term.end() > start);
            if (!read && names(tokens.subList(span.from() - 1, span.from()))) {
                draft.missDangerously(
                        start, end, "in what is not said: in the department IT?", List.of("in the department \"IT\""));
            }
        }
    }

    private static boolean names(List<Token> before) {
        for (int i = 0; i < before.size(); i++) {
            Phrases.Match<Concept> match = before.get(i).isWord() ? Vocabulary.PHRASES.match(before, i) : null;
            if (match != null
                    && (match.value() instanceof Concept.Noun || match.value() instanceof Concept.PlatformName)) {
                return true;
            }
        }
        return false;
    }
}
