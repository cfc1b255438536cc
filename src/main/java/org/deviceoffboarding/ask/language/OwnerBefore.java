package org.deviceoffboarding.ask.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.text.OwnerPatterns;
import org.deviceoffboarding.ask.language.text.SpokenText;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.QuestionWording;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * "Their devices", "which Macs does she use", "those users' laptops": devices of whoever the question before names. Where it names
 * nobody, or more than one that it could be, whose they are is asked back.
 */
final class OwnerBefore {

    private static final String NOT_SAID =
            "whose devices these are is not said: name the user, the department or the group.";

    private static final Set<ConditionType> OWNERS =
            EnumSet.of(ConditionType.USER, ConditionType.DEPARTMENT, ConditionType.GROUP);

    private final List<Token> tokens;
    private final @Nullable Question before;
    private final List<SpokenText.Span> spans = new ArrayList<>();
    private @Nullable Condition owner;

    private OwnerBefore(List<Token> tokens, @Nullable Question before) {
        this.tokens = tokens;
        this.before = before;
    }

    /** Finds what points at an owner who is not named among the tokens. */
    static OwnerBefore in(List<Token> tokens, @Nullable Question before) {
        OwnerBefore found = new OwnerBefore(tokens, before);
        SpokenText spoken = new SpokenText(tokens);
        OwnerPatterns.ALL.forEach(pattern -> found.spans.addAll(spoken.find(pattern, 0)));
        boolean all = true;
        for (boolean taken : found.out()) {
            all &= taken;
        }
        if (!found.spans.isEmpty() && !all) {
            found.owner = found.resolved();
        }
        return found;
    }

    /** Returns whether a prompt names itself whose devices are meant, so that nothing points at the question before. */
    boolean isNamedIn(PromptDraft draft) {
        int start = spans.isEmpty() ? 0 : tokens.get(spans.getFirst().from()).start();
        return draft.items().stream()
                .anyMatch(item -> item instanceof Item.Term term
                        && term.start() < start
                        && term.condition().criteria().stream().anyMatch(each -> OWNERS.contains(each.type())));
    }

    /** Nothing points at an owner. */
    static OwnerBefore none() {
        return new OwnerBefore(List.of(), null);
    }

    /** Returns a condition for those of the owner's devices only, where one is known. */
    @Nullable
    Condition and(@Nullable Condition condition) {
        return owner == null ? condition : condition == null ? owner : Condition.all(List.of(owner, condition));
    }

    /** Returns the condition that the owner is, or null where nobody is pointed at, or it is not said who. */
    @Nullable
    Condition condition() {
        return owner;
    }

    /** Returns whether the question before asks by more than the owner, so that only what it says of them is taken from it. */
    boolean leavesSomeOut() {
        return before != null && owner != null && !owner.equals(before.where());
    }

    /** Returns the tokens without what points at the owner who is known. */
    List<Token> rest() {
        boolean[] out = out();
        List<Token> rest = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (owner == null || !out[i]) {
                rest.add(tokens.get(i));
            }
        }
        return rest;
    }

    private boolean[] out() {
        boolean[] out = new boolean[tokens.size()];
        for (SpokenText.Span span : spans) {
            Arrays.fill(out, span.from(), span.to(), true);
        }
        return out;
    }

    /** Says what was understood of it, or misses it dangerously. */
    void say(PromptDraft draft) {
        for (SpokenText.Span span : spans) {
            int start = tokens.get(span.from()).start();
            int end = tokens.get(span.to() - 1).end();
            Condition known = owner;
            if (known != null) {
                draft.piece(start, end, QuestionWording.of(known), known);
            } else {
                draft.missed().removeIf(missed -> missed.start() >= start && missed.end() <= end);
                draft.missDangerously(start, end, NOT_SAID, List.of());
            }
        }
    }

    private @Nullable Condition resolved() {
        if (before == null || before.where() == null || before.wish().single()) {
            return null;
        }
        Set<ConditionType> sorts = sorts();
        List<Criterion> named = before.where().criteria().stream()
                .filter(criterion -> sorts.contains(criterion.type()))
                .distinct()
                .toList();
        Criterion only = named.size() == 1 ? named.getFirst() : null;
        if (only == null || !fits(only) || !holds(before.where(), only)) {
            return null;
        }
        return new Condition.Is(only);
    }

    /** Returns what those could be that the words point at: who removed devices could be meant as well as who uses them. */
    private Set<ConditionType> sorts() {
        if (says(OwnerPatterns.ONE_PERSON)) {
            return EnumSet.of(ConditionType.USER, ConditionType.REMOVED_BY);
        }
        return says(OwnerPatterns.DEPARTMENT)
                ? EnumSet.of(ConditionType.DEPARTMENT)
                : says(OwnerPatterns.GROUP)
                        ? EnumSet.of(ConditionType.GROUP)
                        : EnumSet.of(
                                ConditionType.USER,
                                ConditionType.DEPARTMENT,
                                ConditionType.GROUP,
                                ConditionType.REMOVED_BY);
    }

    /** Whether it names a user or a place; one and no pattern where the words point at one person. */
    private boolean fits(Criterion criterion) {
        List<String> values =
                switch (criterion) {
                    case Criterion.Texts texts -> texts.patterns();
                    case Criterion.Groups groups -> groups.groups();
                    default -> List.of();
                };
        boolean one = values.size() == 1 && values.getFirst().chars().noneMatch(c -> c == '*' || c == '?');
        return OWNERS.contains(criterion.type()) && !values.isEmpty() && (one || !says(OwnerPatterns.ONE_PERSON));
    }

    private boolean says(Pattern pattern) {
        return spans.stream()
                .anyMatch(span -> !new SpokenText(tokens.subList(span.from(), span.to()))
                        .find(pattern, 0)
                        .isEmpty());
    }

    /** Whether it holds of each of the devices before. */
    private static boolean holds(Condition where, Criterion criterion) {
        return switch (where) {
            case Condition.Is(Criterion is) -> is.equals(criterion);
            case Condition.All(List<Condition> parts) -> parts.stream().anyMatch(part -> holds(part, criterion));
            case Condition.Any _, Condition.Not _ -> false;
        };
    }
}
