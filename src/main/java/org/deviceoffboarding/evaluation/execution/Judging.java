package org.deviceoffboarding.evaluation.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.evaluation.Exclusion;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Judge;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.JudgingRules;

/**
 * How one run judges: by the {@link Judge}, and then by what keeps flagged devices from being suggested.
 *
 * @param now the same for the whole run, however often it goes on after a restart
 * @param exclusions the first that leaves a device out says why
 */
record Judging(JudgingRules rules, Instant now, List<Exclusion> exclusions) {

    Judgement judge(DeviceFacts facts) {
        Judgement judgement = Judge.judge(facts, rules, now);
        return judgement instanceof Flagged flagged ? leftOut(facts, flagged).orElse(flagged) : judgement;
    }

    private Optional<Judgement> leftOut(DeviceFacts facts, Flagged flagged) {
        return exclusions.stream()
                .flatMap(exclusion -> exclusion.of(facts, flagged).stream())
                .<Judgement>map(leftOut -> leftOut)
                .findFirst();
    }
}
