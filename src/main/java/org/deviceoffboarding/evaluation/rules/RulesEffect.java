package org.deviceoffboarding.evaluation.rules;

import java.time.Duration;
import java.util.List;
import org.deviceoffboarding.evaluation.effect.ResultEffect;
import org.jspecify.annotations.Nullable;

/**
 * What other thresholds would change about the present result.
 *
 * @param outdated whether something was saved since the run was asked for, so that the next result differs from its also by that
 * @param read how far back the run read removals, where that is less than the look-back that is tried; else null
 * @param waits what of it would hold only once another owner confirms it or a day has passed, each for the middle of a sentence
 */
public record RulesEffect(
        ResultEffect result, boolean outdated, @Nullable Duration read, List<String> waits) {

    public RulesEffect {
        waits = List.copyOf(waits);
    }
}
