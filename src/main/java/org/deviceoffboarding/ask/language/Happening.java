package org.deviceoffboarding.ask.language;

import java.util.function.Function;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.time.TimeClause;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;

/** Something that a time can be of. */
final class Happening {

    final int start;
    final boolean negative;
    final Concept.@Nullable Fixed alone;
    Function<TimeClause, @Nullable Condition> condition;
    final @Nullable ConditionType type;

    /** What a list that is sorted by it is sorted by. */
    @Nullable
    ConditionType of;

    /** Of the item that stands for it. */
    int item;

    boolean timed;

    /** Whether it is said of the last time it happened. */
    boolean last;

    /** Whether behind the time it can still be said whose record counts. */
    boolean anySource;

    Happening(
            int start,
            boolean negative,
            Concept.@Nullable Fixed alone,
            @Nullable ConditionType type,
            Function<TimeClause, @Nullable Condition> condition) {
        this.start = start;
        this.negative = negative;
        this.alone = alone;
        this.type = type;
        this.condition = condition;
    }
}
