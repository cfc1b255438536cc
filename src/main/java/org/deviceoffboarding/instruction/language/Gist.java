package org.deviceoffboarding.instruction.language;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.instruction.language.Activities.Relation;
import org.deviceoffboarding.instruction.language.Lexicon.Verb;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionKeyword;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a sentence say beyond doubt, whether or not the sentence as a whole is understood: which devices
 * become of what, which conditions there are, and whether an activity is to be later or earlier.
 */
final class Gist {

    private @Nullable Verb verb;
    private final Set<ConditionType> conditions = EnumSet.noneOf(ConditionType.class);
    private final Set<Boolean> later = new HashSet<>();
    private ConditionKeyword.@Nullable Activity activity;

    private Gist() {}

    static Gist of(List<Token> tokens) {
        Gist gist = new Gist();
        Cursor cursor = new Cursor(tokens);
        gist.verb = cursor.accept(Lexicon.VERBS);
        while (!cursor.atEnd()) {
            gist.take(cursor);
        }
        return gist;
    }

    /** Returns whether other sentences neither turn round nor leave out what is said. */
    boolean isKeptBy(List<Instruction> others) {
        Set<ConditionType> asked = others.stream()
                .flatMap(other -> other.criteria().stream())
                .map(Criterion::type)
                .collect(Collectors.toSet());
        Set<Boolean> askedLater =
                others.stream().flatMap(other -> later(other).stream()).collect(Collectors.toSet());
        return others.stream().allMatch(other -> isOfType(other.type()))
                && asked.containsAll(conditions)
                && (later.isEmpty() || askedLater.equals(later));
    }

    /** Returns whether the activities that an instruction asks for are later than some time, and earlier. */
    static Set<Boolean> later(Instruction instruction) {
        return instruction.criteria().stream()
                .filter(Criterion.Activity.class::isInstance)
                .map(criterion -> ((Criterion.Activity) criterion).comparison().later())
                .collect(Collectors.toSet());
    }

    private boolean isOfType(InstructionType type) {
        return switch (verb) {
            case EXCLUDE -> type == InstructionType.EXCLUDE;
            case INCLUDE_ONLY -> type == InstructionType.INCLUDE_ONLY;
            case INCLUDE -> false;
            case KEEP -> false;
            case null -> true;
        };
    }

    private void take(Cursor cursor) {
        ConditionKeyword keyword = cursor.peek(Lexicon.OPENERS, Lexicon.CHOICES);
        if (keyword != null) {
            cursor.accept(Lexicon.OPENERS);
            conditions.add(type(keyword));
            activity = keyword instanceof ConditionKeyword.Activity opened ? opened : activity;
            return;
        }
        Choice choice = cursor.accept(Lexicon.CHOICES);
        if (choice != null) {
            conditions.add(choice.type());
        } else if (cursor.accept(Activities.SOURCES) == null && cursor.accept(Lexicon.ENDINGS) == null) {
            compared(cursor);
        }
    }

    private void compared(Cursor cursor) {
        Relation relation = cursor.accept(Activities.RELATIONS);
        if (relation == null) {
            cursor.take();
            return;
        }
        switch (relation) {
            case AFTER, NEWER, LESS_THAN, AT_MOST -> later.add(true);
            case BEFORE, UNTIL, OLDER, MORE_THAN, AT_LEAST -> later.add(false);
            case BETWEEN -> later.addAll(Set.of(true, false));
            case SINCE, WITHIN -> {
                if (activity != null) {
                    later.add(!activity.negative());
                }
            }
        }
    }

    private static ConditionType type(ConditionKeyword keyword) {
        return switch (keyword) {
            case ConditionKeyword.Ids _ -> ConditionType.IDS;
            case ConditionKeyword.Groups _ -> ConditionType.GROUP;
            case ConditionKeyword.Choices choices -> choices.type();
            case ConditionKeyword.Texts texts -> texts.type();
            case ConditionKeyword.Activity _ -> ConditionType.ACTIVITY;
        };
    }
}
