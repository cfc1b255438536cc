package org.deviceoffboarding.ask.language.logic;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.TimePoint;
import org.jspecify.annotations.Nullable;

/** What happened at one and the same time: "enrolled or registered since March". */
public final class SharedTimes {

    private record When(Comparison comparison, TimePoint moment) {}

    private SharedTimes() {}

    /** Returns whether two conditions ask for nothing but what happened, and both for the same time. */
    public static boolean isShared(Condition one, Condition other) {
        List<When> when = whens(one);
        return !when.isEmpty() && when.equals(whens(other));
    }

    /** Returns when what a condition asks for happened; nothing where it asks for anything else. */
    private static List<When> whens(Condition condition) {
        return switch (condition) {
            case Condition.Any(List<Condition> parts) -> whens(parts.getFirst());
            case Condition.All(List<Condition> parts) -> {
                List<When> all = new ArrayList<>();
                for (Condition part : parts) {
                    When when = part instanceof Condition.Is(Criterion criterion) ? when(criterion) : null;
                    if (when == null) {
                        yield List.of();
                    }
                    all.add(when);
                }
                yield all;
            }
            case Condition.Is(Criterion criterion) -> {
                When when = when(criterion);
                yield when == null ? List.of() : List.of(when);
            }
            case Condition.Not _ -> List.of();
        };
    }

    private static @Nullable When when(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Time time -> new When(time.comparison(), time.moment());
            case Criterion.Activity activity -> new When(activity.comparison(), activity.moment());
            default -> null;
        };
    }
}
