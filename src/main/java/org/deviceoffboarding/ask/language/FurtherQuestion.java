package org.deviceoffboarding.ask.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * What a prompt asks of the devices of the question before. It goes on from it where it points at them, only takes some away,
 * or names no devices of its own; a question of its own names them: "all devices", "which Macs". Where it could be either, it is one of
 * its own, and that is said.
 */
final class FurtherQuestion {

    private static final Set<String> POINTING = Set.of("them", "those", "these", "it", "they", "its", "same");
    private static final Set<String> POINTING_AT_THE_END = Set.of("that", "this");
    private static final Set<String> FRESH = Set.of(
            "show", "list", "find", "which", "what", "how", "give", "get", "display", "count", "number", "search",
            "all", "devices", "every", "are", "is", "do", "who");
    private static final Set<String> SHOWING = Set.of("show", "list", "display", "see", "name", "which");
    private static final Set<String> JOINING = Set.of("and", "but", "also", "plus", "then");

    /** "Which are disabled", "how many have no user": no devices stand there, so that those before are meant. */
    private static final Pattern PRONOUN = Pattern.compile("(?:(?:and|but|so|ok|okay|please|now) )*"
            + "(?:(?:which|who|how many)(?: ones?| of the devices)? (?:are|is|were|was|have|has|had|do|did|aren't|haven't|hasn't|isn't"
            + "|of the devices|without|still|never|already|also) .*"
            + "|(?:is|are|do|does|has|have|was|were) (?:any|some|one|all) (?:of the devices )?(?!devices|machines).*)");

    private static final Pattern PREVIOUS =
            Pattern.compile("(?<!all )\\bthe (?:devices|list|results?|answer) (?!with |that |which |who )");

    private static final Pattern OF_THOSE = Pattern.compile(
            "^(?:(?:and|but|so|now) )*(?:which|who|how many|are any|is any|do any|have any|any|show the ones|list those)"
                    + " (?:of|among) (?:these|those|them) ");

    /** What a prompt says by itself of which devices it asks. */
    private static final Set<ConditionType> NAMING = Set.of(
            ConditionType.PLATFORM, ConditionType.NAME, ConditionType.SERIAL, ConditionType.USER, ConditionType.IDS);

    private final PromptDraft draft;
    private final List<Token> tokens;
    private final Question before;

    FurtherQuestion(PromptDraft draft, List<Token> tokens, Question before) {
        this.draft = draft;
        this.tokens = tokens;
        this.before = before;
    }

    /** Whether a prompt speaks of the devices of the question before. */
    boolean goesOn() {
        boolean fresh = FRESH.contains(tokens.getFirst().lower()) || has(Item.Noun.class) && !hasOnes();
        boolean nothingElse =
                draft.items().stream().noneMatch(item -> item instanceof Item.Term || item instanceof Item.Noun);
        return draft.isNarrowing()
                || points()
                || !fresh
                || nothingElse
                || hasOnes() && !namesDevices()
                || beginsByTakingAway()
                || isPronoun();
    }

    /** Whether a word of it stands for the devices of the question before. */
    boolean points() {
        return tokens.stream().anyMatch(token -> token.isWord() && POINTING.contains(token.lower()))
                || POINTING_AT_THE_END.contains(lastWord())
                || !has(Item.Term.class) && PREVIOUS.matcher(spoken()).find();
    }

    /** Whether it says so in words, whatever it asks of them: "which of these". */
    boolean isOfThose() {
        return OF_THOSE.matcher(spoken()).find();
    }

    /** Whether a prompt that was taken for a question of its own could have gone on from the one before. */
    boolean isUnsure() {
        boolean keeps = before.where() != null;
        return keeps
                && (!has(Item.Term.class)
                        || JOINING.contains(tokens.getFirst().lower())
                        || spoken().contains(" of the ")
                        || onlyTakesAway()
                        || !namesDevices() && !namesSome() && !tokens.getFirst().isWord("what"));
    }

    private boolean has(Class<? extends Item> kind) {
        return draft.items().stream().anyMatch(kind::isInstance);
    }

    private String lastWord() {
        return tokens.reversed().stream()
                .filter(Token::isWord)
                .findFirst()
                .map(Token::lower)
                .orElse("");
    }

    private boolean hasOnes() {
        return tokens.stream().anyMatch(token -> token.isWord("ones") || token.isWord("one"));
    }

    private boolean namesDevices() {
        return draft.items().stream().anyMatch(item -> item instanceof Item.Noun noun && noun.isName());
    }

    private boolean namesSome() {
        return draft.items().stream()
                .anyMatch(item -> item instanceof Item.Term term
                        && (draft.isThings(term)
                                || term.condition().criteria().stream()
                                        .anyMatch(each -> NAMING.contains(each.type()))));
    }

    private boolean isKind(Item.Term term) {
        return draft.isThings(term) || term.type() == ConditionType.PLATFORM;
    }

    /** "Could you leave out the Linux devices": what stands behind are those that are taken away. */
    private boolean beginsByTakingAway() {
        for (Item item : draft.items()) {
            switch (item) {
                case Item.Not _ -> {
                    return onlyTakesAway();
                }
                case Item.Term _, Item.Noun _, Item.Hole _, Item.Open _ -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    /** Whether each condition stands behind a word that denies it. */
    private boolean onlyTakesAway() {
        boolean away = false;
        boolean denied = false;
        for (Item item : draft.items()) {
            switch (item) {
                case Item.Not _ -> denied = true;
                case Item.Term _ -> {
                    if (!denied) {
                        return false;
                    }
                    away = true;
                }
                default -> {}
            }
        }
        return away;
    }

    private boolean isPronoun() {
        String spoken = spoken();
        boolean any = tokens.stream().anyMatch(token -> token.isWord("any") || token.isWord("some"));
        return PRONOUN.matcher(spoken).matches()
                && (!namesDevices() || spoken.contains(" of the devices "))
                && !(any && draft.items().stream().anyMatch(item -> item instanceof Item.Term term && isKind(term)));
    }

    private String spoken() {
        return tokens.stream().map(Token::lower).collect(Collectors.joining(" ")) + " ";
    }

    /** Returns what both ask together. */
    Question with(@Nullable Condition condition) {
        boolean shows = tokens.stream().anyMatch(token -> token.isWord() && SHOWING.contains(token.lower()))
                && tokens.stream().anyMatch(token -> token.isWord() && POINTING.contains(token.lower()));
        Wish wish = draft.wish() != null ? draft.wish() : shows ? Wish.DEVICES : before.wish();
        List<ConditionType> groupedBy = draft.groupedBy().isEmpty() ? before.groupedBy() : draft.groupedBy();
        wish = !draft.groupedBy().isEmpty() ? Wish.GROUPS : wish;
        List<Condition> all = new ArrayList<>();
        boolean or = !draft.items().isEmpty()
                && draft.items().getFirst() instanceof Item.Joint(Concept.Joint kind)
                && kind == Concept.Joint.OR;
        Condition kept = before.where() == null || condition == null || !draft.isReplacing()
                ? before.where()
                : without(before.where(), condition);
        if (kept != null) {
            all.add(kept);
        }
        if (condition != null) {
            all.add(condition);
        }
        return new Question(
                wish,
                all.isEmpty() ? null : or ? Condition.any(all) : Condition.all(all),
                wish == Wish.GROUPS ? groupedBy : List.of(),
                draft.ranking(before.ranking()),
                draft.compared() == null ? before.compared() : draft.compared(),
                List.of());
    }

    /** Returns a condition without those parts that ask by the same as others. */
    private static @Nullable Condition without(Condition where, Condition others) {
        Set<ConditionType> types =
                others.criteria().stream().map(Criterion::type).collect(Collectors.toSet());
        List<Condition> parts = where instanceof Condition.All(List<Condition> all) ? all : List.of(where);
        List<Condition> kept = parts.stream()
                .filter(part -> part.criteria().stream().map(Criterion::type).noneMatch(types::contains))
                .toList();
        return kept.isEmpty() ? null : Condition.all(kept);
    }
}
