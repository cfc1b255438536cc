package org.deviceoffboarding.ask.language.doubt;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;

/** "Removed by: none" alone: of a device that was never removed nobody is known who did it, either. */
final class Unremoved {

    private static final Set<ConditionType> REMOVALS = EnumSet.of(ConditionType.REMOVED, ConditionType.REMOVED_HOW);

    private static final Criterion NOBODY = new Criterion.None(ConditionType.REMOVED_BY);

    private Unremoved() {}

    /** Misses dangerously that nobody removed devices, where nothing says that somebody did. */
    static void miss(PromptDraft draft) {
        List<Item.Term> terms = draft.items().stream()
                .filter(Item.Term.class::isInstance)
                .map(Item.Term.class::cast)
                .toList();
        boolean removed = terms.stream()
                .flatMap(term -> term.condition().criteria().stream())
                .anyMatch(Unremoved::isRemoval);
        terms.stream()
                .filter(term -> !removed && saysBy(draft, term))
                .forEach(term -> draft.missDangerously(
                        term.start(),
                        term.end(),
                        "devices that were removed by nobody who is known, or not at all? Say when or how they were removed.",
                        List.of("removed in the last 12 months, without a known remover")));
    }

    private static boolean saysBy(PromptDraft draft, Item.Term term) {
        return term.condition() instanceof Condition.Is(Criterion criterion)
                && criterion.equals(NOBODY)
                && draft.words(term.start(), term.end()).startsWith("removed");
    }

    private static boolean isRemoval(Criterion criterion) {
        return REMOVALS.contains(criterion.type())
                || criterion instanceof Criterion.Choices(ConditionType _, List<Choice> choices)
                        && (choices.contains(Choice.LINK_REMOVED) || choices.contains(Choice.REMOVED_FROM_INTUNE));
    }
}
