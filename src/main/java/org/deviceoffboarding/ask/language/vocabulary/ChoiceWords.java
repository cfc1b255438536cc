package org.deviceoffboarding.ask.language.vocabulary;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Phrases;
import org.jspecify.annotations.Nullable;

/** What people and programs call the values of those sorts that have only a few, where it was said which sort it is. */
public final class ChoiceWords {

    /** What answers a question that has two answers. */
    public static final Phrases<Boolean> ANSWERS =
            new Phrases<Boolean>().with(true, "yes, true, on, y, ja").with(false, "no, false, off, n");

    private static final Map<ConditionType, Phrases<Choice>> VALUES = values();

    private ChoiceWords() {}

    /** Returns the words for the values of a sort; null where it has more than a few. */
    public static @Nullable Phrases<Choice> of(ConditionType type) {
        return VALUES.get(type);
    }

    /** Returns the words for the values of each sort. */
    public static Collection<Phrases<Choice>> all() {
        return VALUES.values();
    }

    private static Map<ConditionType, Phrases<Choice>> values() {
        Map<ConditionType, Phrases<Choice>> values = new EnumMap<>(ConditionType.class);
        for (Choice choice : Choice.values()) {
            Phrases<Choice> phrases = values.computeIfAbsent(choice.type(), _ -> new Phrases<>());
            phrases.with(choice, choice.phrases());
            phrases.with(choice, List.of(choice.label().toLowerCase(Locale.ROOT).replace('/', ' ')));
        }
        for (String phrase : Vocabulary.PHRASES.all()) {
            Concept concept = Vocabulary.PHRASES.meaning(phrase);
            if (concept
                            instanceof
                            Concept.Fixed(
                                    ConditionType type,
                                    Condition.Is(Criterion.Choices(var _, List<Choice> choices)))
                    && choices.size() == 1
                    && type != ConditionType.PART_OF) {
                values.getOrDefault(type, new Phrases<>()).with(choices.getFirst(), List.of(phrase));
            } else if (concept instanceof Concept.RemovalOf(Choice how, var _) && how != null) {
                values.getOrDefault(ConditionType.REMOVED_HOW, new Phrases<>()).with(how, List.of(phrase));
            } else if (concept instanceof Concept.RemovalOf(var _, Concept.Fixed alone) && alone != null) {
                values.getOrDefault(ConditionType.SITUATION, new Phrases<>())
                        .with(Choice.REMOVED_FROM_INTUNE, List.of(phrase));
            }
        }
        extra(values);
        return values;
    }

    private static void extra(Map<ConditionType, Phrases<Choice>> values) {
        with(values, Choice.UNKNOWN, "unknown, not known, none, empty, missing, not set");
        with(values, Choice.COMPLIANCE_UNKNOWN, "unknown, not known, none, empty, missing, not evaluated");
        with(values, Choice.NONCOMPLIANT, "not compliant");
        with(values, Choice.NOT_IN_INTUNE, "none, no mdm, empty, blank");
        with(values, Choice.IN_INTUNE, "intune, microsoft intune");
        with(values, Choice.COMPLIANT, "good, ok, yes, true, met");
        with(values, Choice.NONCOMPLIANT, "bad, failed, no, false, failing, not met");
        with(values, Choice.OTHER, "other, unknown, others, other platform");
        with(values, Choice.REGISTERED, "registered, entra registered, registered only, workplace");
        with(values, Choice.ENTRA_JOINED, "joined, entra");
        with(values, Choice.LINK_BROKEN, "broken, a broken link, broken link");
        with(values, Choice.LINK_REMOVED, "removed, gone");
        with(values, Choice.LINK_HEALTHY, "healthy, ok, fine, intact, good");
        with(values, Choice.LINK_LEAVING, "leaving");
        with(values, Choice.LINK_UNCLAIMED, "unclaimed, not claimed");
        with(values, Choice.CORPORATE, "corporate, company, ours, corp");
        with(values, Choice.RETIRE, "retire, retired, retirement, retiring");
        with(values, Choice.WIPE, "wipe, wiped, wiping");
        with(values, Choice.DELETE, "delete, deleted, deletion, deleting");
        with(values, Choice.HIDDEN, "hidden, hide");
        with(values, Choice.GONE, "gone");
        with(values, Choice.IN_TASK, "task, tasks, a task, any task");
        with(values, Choice.IN_SUGGESTION, "suggestion, suggestions, a suggestion, any suggestion");
        with(values, Choice.IN_REQUEST, "request, requests, a request, any request, change request, a change request");
        with(values, Choice.IN_EXCEPTION, "exception, exceptions, an exception, any exception");
        with(values, Choice.IOS, "iphone, iphones, ipad, ipads, ios ipados");
        with(values, Choice.MACOS, "mac, macs, os x");
    }

    private static void with(Map<ConditionType, Phrases<Choice>> values, Choice choice, String phrases) {
        values.getOrDefault(choice.type(), new Phrases<>()).with(choice, phrases);
    }
}
