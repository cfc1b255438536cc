package org.deviceoffboarding.ask.language;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.language.around.Asides;
import org.deviceoffboarding.ask.language.around.Manners;
import org.deviceoffboarding.ask.language.around.Reasons;
import org.deviceoffboarding.ask.language.around.UsualWords;
import org.deviceoffboarding.ask.language.doubt.BoundWords;
import org.deviceoffboarding.ask.language.doubt.Doubts;
import org.deviceoffboarding.ask.language.doubt.LostDenials;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.filter.WrittenFilter;
import org.deviceoffboarding.ask.language.joining.Expression;
import org.deviceoffboarding.ask.language.logic.Impossible;
import org.deviceoffboarding.ask.language.text.PromptTokens;
import org.deviceoffboarding.ask.language.text.SpokenDates;
import org.deviceoffboarding.ask.language.vocabulary.SingleQuestions;
import org.deviceoffboarding.ask.language.vocabulary.Spelled;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Piece;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.StatedReason;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/** Interprets prompts by a grammar: the same words mean the same today and tomorrow, but for what is counted from today. */
public final class GrammarInterpreter implements Interpreter {

    private static final List<String> EXAMPLES = List.of(
            "Devices with situation removed from Intune",
            "How many devices with flagged",
            "Number of devices by platform");

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
                understood.nearest(),
                understood.apart(),
                understood.asides(),
                understood.remarks());
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
        WrittenFilter filter = WrittenFilter.in(prompt);
        if (filter != null && filter.isSure()) {
            return filter.understood(before);
        }
        Understanding sentence = sentence(prompt, before);
        return sentence.whole() || filter == null || !filter.isWhole() ? sentence : filter.understood(before);
    }

    private Understanding sentence(String prompt, @Nullable Question before) {
        Reasons reasons = Reasons.in(prompt, Spelled.corrected(plain(SpokenDates.inFigures(PromptTokens.of(prompt)))));
        List<Token> tokens = reasons.stated().isEmpty() ? reasons.rest() : plain(reasons.rest());
        if (tokens.isEmpty()) {
            return new Understanding(prompt, null, List.of(), List.of(), reasons.stated(), EXAMPLES);
        }
        Understanding all = read(prompt, tokens, reasons, before);
        if (all.whole()) {
            return all;
        }
        Asides asides = Asides.in(prompt, tokens, all, before);
        return asides.found().isEmpty()
                ? all
                : read(prompt, plain(asides.rest()), reasons, before).beside(asides.found());
    }

    /** Some turns of phrase are known at the beginning only, which can be behind what was told. */
    private static List<Token> plain(List<Token> tokens) {
        return UsualWords.of(Manners.without(tokens));
    }

    private Understanding read(String prompt, List<Token> tokens, Reasons reasons, @Nullable Question before) {
        List<StatedReason> stated = reasons.stated();
        Question single = SingleQuestions.of(tokens, before);
        single = single == null ? SingleQuestions.ofTold(tokens) : single;
        if (single != null) {
            List<StatedReason> all =
                    Stream.concat(stated.stream(), reasons.needed().stream()).toList();
            return new Understanding(prompt, single, List.of(whole(prompt, single)), List.of(), all, List.of());
        }
        LocalDate today = LocalDate.now(clock.withZone(zone));
        OwnerBefore owner = reasons.needed().isEmpty() ? OwnerBefore.in(tokens, before) : OwnerBefore.none();
        PromptDraft draft = new PromptReader(prompt, owner.rest(), today, before != null).read();
        if (owner.isNamedIn(draft)) {
            owner = OwnerBefore.none();
            draft = new PromptReader(prompt, tokens, today, before != null).read();
        }
        tokens = owner.condition() == null ? tokens : owner.rest();
        Doubts.raise(tokens, draft, today, before != null);
        BoundWords.raise(tokens, draft);
        Condition condition = new Expression(draft).condition();
        LostDenials.miss(tokens, draft);
        owner.say(draft);
        for (StatedReason reason : reasons.needed()) {
            draft.missDangerously(
                    reason.start(),
                    reason.end(),
                    "what follows points back to it: say there again what is meant.",
                    List.of());
        }
        FurtherQuestion further =
                before == null || before.wish().single() ? null : new FurtherQuestion(draft, tokens, before);
        Question question = question(draft, condition, further, owner);
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
                question == null ? nearest(draft) : List.of(),
                question != null && further != null && isApart(draft, further, owner),
                List.of(),
                question == null ? List.of() : draft.remarks());
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
            PromptDraft draft, @Nullable Condition condition, @Nullable FurtherQuestion further, OwnerBefore owner) {
        boolean asks = asks(draft, condition) || owner.condition() != null;
        boolean nothing = !asks && !draft.missed().isEmpty();
        if (draft.isDangerous() || nothing && (further == null || !further.isOfThose())) {
            return null;
        }
        if (further != null && goesOn(draft, further, owner)) {
            return further.with(condition);
        }
        boolean all = draft.items().stream().anyMatch(Item.Noun.class::isInstance);
        if (!asks && !all) {
            return null;
        }
        Wish wish = draft.wish() == null ? Wish.DEVICES : draft.wish();
        return new Question(
                draft.groupedBy().isEmpty() ? wish : Wish.GROUPS,
                owner.and(condition),
                draft.groupedBy(),
                draft.ranking(null),
                draft.compared(),
                List.of());
    }

    private static boolean isApart(PromptDraft draft, FurtherQuestion further, OwnerBefore owner) {
        return !goesOn(draft, further, owner)
                && (owner.condition() == null ? further.isUnsure() : owner.leavesSomeOut());
    }

    /** Of an owner who was named before nothing else that was asked then is kept, unless words say so. */
    private static boolean goesOn(PromptDraft draft, FurtherQuestion further, OwnerBefore owner) {
        return further.goesOn() && (draft.isNarrowing() || further.points() || !owner.leavesSomeOut());
    }

    private static boolean asks(PromptDraft draft, @Nullable Condition condition) {
        boolean ordered = draft.sortedBy() != null || draft.most() != null || draft.isSmallestFirst();
        return condition != null || !draft.groupedBy().isEmpty() || ordered || draft.compared() != null;
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
