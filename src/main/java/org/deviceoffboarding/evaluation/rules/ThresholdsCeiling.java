package org.deviceoffboarding.evaluation.rules;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.safeguard.Ceiling;
import org.springframework.stereotype.Component;

/** How short silence and grace periods may be by the portal's configuration. */
@Component
class ThresholdsCeiling {

    private final Ceiling ceiling;

    ThresholdsCeiling(Ceiling ceiling) {
        this.ceiling = ceiling;
    }

    /** Returns rules that are allowed: the same, except for periods that are too short. */
    JudgingRules held(JudgingRules rules) {
        Map<Platform, Duration> gracePeriods = new EnumMap<>(Platform.class);
        rules.gracePeriods()
                .forEach((platform, period) ->
                        gracePeriods.put(platform, atLeast(ceiling.shortestGracePeriod(), period)));
        return rules.withSilentAfter(atLeast(ceiling.shortestSilence(), rules.silentAfter()))
                .withGracePeriod(atLeast(ceiling.shortestGracePeriod(), rules.gracePeriod()))
                .withGracePeriods(gracePeriods);
    }

    /** Returns what is allowed, for people. */
    String sentence() {
        return "A device counts as silent after " + ceiling.shortestSilence().toDays()
                + " days at the earliest, and stays disabled for "
                + ceiling.shortestGracePeriod().toDays()
                + " days at the least before it may be deleted: only the portal's configuration can make these shorter.";
    }

    private static Duration atLeast(Duration least, Duration value) {
        return value.compareTo(least) < 0 ? least : value;
    }
}
