package org.deviceoffboarding.instruction.language;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionKeyword;
import org.deviceoffboarding.language.Openers;
import org.deviceoffboarding.language.Phrases;

/** The words of the language. */
final class Lexicon {

    /** How a sentence begins. */
    enum Verb {
        EXCLUDE,
        INCLUDE_ONLY,

        /** Alone it does not say what becomes of other devices. */
        INCLUDE,

        /** Could mean either: "keep" what is in use, or "keep" what is suggested. */
        KEEP
    }

    static final Phrases<Verb> VERBS = new Phrases<Verb>()
            .with(Verb.EXCLUDE, """
                    exclude, leave out, omit, skip, ignore, never suggest, never flag, never include,
                    never recommend, do not suggest, do not flag, do not include, do not recommend,
                    don't suggest, don't flag, don't include, don't recommend, don’t suggest, don’t flag,
                    don’t include, don’t recommend""")
            .with(Verb.INCLUDE_ONLY, """
                    include only, only include, include just, just include, keep only, only keep,
                    only suggest, suggest only, only flag, flag only, only consider, consider only, limit to,
                    restrict to, only""")
            .with(Verb.INCLUDE, "include, suggest, flag, consider")
            .with(Verb.KEEP, "keep");

    static final Phrases<Boolean> DEVICES =
            new Phrases<Boolean>().with(true, "devices, device, those, ones, machines, endpoints, objects");

    /** Words that say nothing more than the words around them. */
    static final Set<String> DETERMINERS = words("all any every each the my our these");

    static final Set<String> LINKS = words("""
            with whose which that who having have has where if when are is were was the a an their its on
            whichever been they any""");

    static final Set<String> RELATIONS = words("is are = == equals equal either being");

    static final Phrases<Boolean> ALTERNATIVES =
            new Phrases<Boolean>().with(true, "in, any of, one of, is one of, is any of, are any of, to");

    static final Phrases<Boolean> ENDINGS = new Phrases<Boolean>().with(true, """
                    from all recommendations, from recommendations, from the recommendations,
                    from recommendation, from the recommendation, from every recommendation, from all suggestions, from suggestions, from the suggestions, from all results,
                    from results, from all runs, from everything, in all recommendations, in all suggestions,
                    in suggestions, in recommendations, in recommendation, in the recommendations,
                    in the recommendation, in every recommendation""");

    static final Phrases<ConditionKeyword> OPENERS = Openers.PHRASES;

    static final Phrases<Choice> CHOICES = choices();

    private static final Set<String> WORDS = words();

    private Lexicon() {}

    /** Returns whether a word means something in the language, so that as a value it needs quotation marks. */
    static boolean isWord(String value) {
        return WORDS.contains(value.toLowerCase(Locale.ROOT));
    }

    static Set<String> all() {
        return WORDS;
    }

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

    private static Phrases<Choice> choices() {
        Phrases<Choice> phrases = new Phrases<>();
        for (Choice choice : Choice.values()) {
            if (choice.type().judged()) {
                phrases.with(choice, choice.phrases());
            }
        }
        return phrases;
    }

    private static Set<String> words() {
        Set<String> words = new HashSet<>(LINKS);
        words.addAll(RELATIONS);
        words.addAll(DETERMINERS);
        words.addAll(Set.of("and", "or", "then", "from", "in", "to", "not", "but", "except", "also"));
        for (Phrases<?> phrases : List.of(VERBS, DEVICES, OPENERS, CHOICES, ENDINGS, ALTERNATIVES)) {
            phrases.all().forEach(phrase -> words.addAll(List.of(phrase.split(" "))));
        }
        return Set.copyOf(words);
    }
}
