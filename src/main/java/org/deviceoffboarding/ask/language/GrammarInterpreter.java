package org.deviceoffboarding.ask.language;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.language.text.Manners;
import org.deviceoffboarding.ask.language.text.PromptTokens;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Piece;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Ranking;
import org.deviceoffboarding.ask.question.StatedReason;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/** Interprets prompts by a grammar: the same words mean the same today and tomorrow, but for what is counted from today. */
public final class GrammarInterpreter implements Interpreter {

    private static final List<String> EXAMPLES = List.of(
            "Devices with situation removed from Intune",
            "How many devices with flagged",
            "Number of devices by platform");

    private static final Set<String> POINTING = Set.of("them", "those", "these", "it", "they", "its", "same");
    private static final Set<String> FRESH = Set.of(
            "show", "list", "find", "which", "what", "how", "give", "get", "display", "count", "number", "search",
            "all", "devices", "every", "are", "is", "do", "who");
    private static final Set<String> SHOWING = Set.of("show", "list", "display", "see", "name", "which");

    private final Clock clock;
    private final ZoneId zone;

    /** @param zone in which days begin */
    public GrammarInterpreter(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Understanding interpret(String prompt, @Nullable Question before) {
        Understanding understood = understand(prompt, before);
        return new Understanding(
                prompt,
                understood.question(),
                understood.understood(),
                understood.missed().stream()
                        .map(missed -> offering(understood, missed, before))
                        .toList(),
                understood.reasons(),
                understood.nearest());
    }

    /** Offers in place of what was missed only what is then understood. */
    private Missed offering(Understanding understood, Missed missed, @Nullable Question before) {
        return new Missed(
                missed.start(),
                missed.end(),
                missed.words(),
                missed.reason(),
                missed.replacements().stream()
                        .filter(offer -> !offer.equalsIgnoreCase(missed.words()))
                        .filter(offer -> helps(understood, missed, offer, before))
                        .toList());
    }

    private boolean helps(Understanding understood, Missed missed, String offer, @Nullable Question before) {
        String prompt = understood.prompt();
        String other = prompt.substring(0, missed.start()) + offer + prompt.substring(missed.end());
        Understanding then = understand(other, before);
        return then.missed().size() < understood.missed().size();
    }

    private Understanding understand(String prompt, @Nullable Question before) {
        if (prompt.length() > LONGEST) {
            return nothing(prompt, "a question has at most 2,000 characters.");
        }
        Reasons reasons =
                Reasons.in(prompt, Spelled.corrected(UsualWords.of(Manners.without(PromptTokens.of(prompt)))));
        List<Token> tokens = reasons.rest();
        List<StatedReason> stated = reasons.stated();
        if (tokens.isEmpty()) {
            return new Understanding(prompt, null, List.of(), List.of(), stated, EXAMPLES);
        }
        Question single = SingleQuestions.of(tokens, before);
        if (single != null) {
            List<StatedReason> all =
                    Stream.concat(stated.stream(), reasons.needed().stream()).toList();
            return new Understanding(prompt, single, List.of(whole(prompt, single)), List.of(), all, List.of());
        }
        LocalDate today = LocalDate.now(clock.withZone(zone));
        PromptDraft draft = new PromptReader(prompt, tokens, today, before != null).read();
        Doubts.raise(tokens, draft, today, before != null);
        BoundWords.raise(tokens, draft);
        Condition condition = new Expression(draft).condition();
        LostDenials.miss(tokens, draft);
        for (StatedReason reason : reasons.needed()) {
            draft.missDangerously(
                    reason.start(),
                    reason.end(),
                    "what follows points back to it: say there again what is meant.",
                    List.of());
        }
        Question question = question(draft, condition, tokens, before);
        if (question != null && Impossible.is(question.where())) {
            return impossible(prompt);
        }
        if (question == null && draft.missed().isEmpty()) {
            return nothing(prompt, "nothing in it says what of the devices is asked.");
        }
        return new Understanding(
                prompt,
                question,
                draft.pieces().stream()
                        .sorted(Comparator.comparingInt(Piece::start))
                        .toList(),
                together(prompt, draft.missed()),
                stated,
                question == null ? nearest(draft) : List.of());
    }

    /** Returns in order what was missed, neighbours as one. */
    private static List<Missed> together(String prompt, List<Missed> missed) {
        List<Missed> together = new ArrayList<>();
        for (Missed next :
                missed.stream().sorted(Comparator.comparingInt(Missed::start)).toList()) {
            Missed last = together.isEmpty() ? null : together.getLast();
            boolean beside = last != null
                    && last.end() <= next.start()
                    && prompt.substring(last.end(), next.start()).isBlank();
            if (last != null && beside) {
                together.removeLast();
                together.add(new Missed(
                        last.start(),
                        next.end(),
                        prompt.substring(last.start(), next.end()),
                        last.reason(),
                        List.of()));
            } else {
                together.add(next);
            }
        }
        return together;
    }

    private static Piece whole(String prompt, Question question) {
        return new Piece(0, prompt.length(), prompt, question.canonical(), null);
    }

    private static Understanding impossible(String prompt) {
        return nothing(prompt, Impossible.REASON);
    }

    private static Understanding nothing(String prompt, String reason) {
        String words = prompt.strip();
        int start = Math.max(0, prompt.indexOf(words));
        Missed all = new Missed(start, start + words.length(), words, reason, List.of());
        return new Understanding(prompt, null, List.of(), List.of(all), List.of(), EXAMPLES);
    }

    private static @Nullable Question question(
            PromptDraft draft, @Nullable Condition condition, List<Token> tokens, @Nullable Question before) {
        boolean ordered = draft.sortedBy != null || draft.most != null || draft.smallestFirst;
        boolean asks = condition != null || !draft.groupedBy.isEmpty() || ordered || draft.compared != null;
        if (draft.dangerous || !asks && !draft.missed().isEmpty()) {
            return null;
        }
        if (before != null && !before.wish().single() && narrows(draft, tokens)) {
            return narrowed(draft, condition, tokens, before);
        }
        boolean all = draft.items().stream().anyMatch(Item.Noun.class::isInstance);
        if (!asks && !all) {
            return null;
        }
        Wish wish = draft.wish == null ? Wish.DEVICES : draft.wish;
        return new Question(
                draft.groupedBy.isEmpty() ? wish : Wish.GROUPS,
                condition,
                draft.groupedBy,
                ranking(draft, null),
                draft.compared,
                List.of());
    }

    /** Whether a prompt speaks of the devices of the question before. */
    private static boolean narrows(PromptDraft draft, List<Token> tokens) {
        boolean points = tokens.stream().anyMatch(token -> token.isWord() && POINTING.contains(token.lower()));
        boolean fresh = FRESH.contains(tokens.getFirst().lower())
                || draft.items().stream().anyMatch(Item.Noun.class::isInstance) && !hasOnes(tokens);
        boolean nothingElse =
                draft.items().stream().noneMatch(item -> item instanceof Item.Term || item instanceof Item.Noun);
        return draft.narrowing || points || !fresh || nothingElse;
    }

    private static boolean hasOnes(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.isWord("ones") || token.isWord("one"));
    }

    private static Question narrowed(
            PromptDraft draft, @Nullable Condition condition, List<Token> tokens, Question before) {
        boolean shows = tokens.stream().anyMatch(token -> token.isWord() && SHOWING.contains(token.lower()))
                && tokens.stream().anyMatch(token -> token.isWord() && POINTING.contains(token.lower()));
        Wish wish = draft.wish != null ? draft.wish : shows ? Wish.DEVICES : before.wish();
        List<ConditionType> groupedBy = draft.groupedBy.isEmpty() ? before.groupedBy() : draft.groupedBy;
        wish = !draft.groupedBy.isEmpty() ? Wish.GROUPS : wish;
        List<Condition> all = new ArrayList<>();
        boolean or = !draft.items().isEmpty()
                && draft.items().getFirst() instanceof Item.Joint(Concept.Joint kind)
                && kind == Concept.Joint.OR;
        Condition kept = before.where() == null || condition == null || !draft.replacing
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
                ranking(draft, before.ranking()),
                draft.compared == null ? before.compared() : draft.compared,
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

    private static @Nullable Ranking ranking(PromptDraft draft, @Nullable Ranking before) {
        if (draft.sortedBy == null && draft.most == null && !draft.smallestFirst) {
            return before;
        }
        if (draft.sortedBy == null && !draft.groupedBy.isEmpty()) {
            return new Ranking(null, draft.smallestFirst, draft.most == null ? Ranking.ALL : draft.most);
        }
        ConditionType by = draft.sortedBy == null && before != null ? before.by() : draft.sortedBy;
        boolean ascending = draft.sortedBy == null && before != null
                ? before.ascending()
                : draft.ascending == null || draft.ascending;
        int most = draft.most == null ? before == null ? Ranking.ALL : before.most() : draft.most;
        return new Ranking(by, ascending, most);
    }

    private static List<String> nearest(PromptDraft draft) {
        List<String> nearest = new ArrayList<>();
        for (Piece piece : draft.pieces()) {
            Condition condition = piece.condition();
            if (condition != null && !(condition instanceof Condition.Not) && nearest.size() < 3) {
                nearest.add(Question.devices(condition).canonical());
            }
        }
        return nearest.isEmpty() ? EXAMPLES : nearest;
    }
}
