package org.deviceoffboarding.evaluation.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.evaluation.Exclusion;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Judge;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Judgement.LeftOut;
import org.deviceoffboarding.judging.Judgement.NotFlagged;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.LinkState;

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

    /** Returns how the device and Intune hang together, which most judgements say. */
    LinkState linkOf(DeviceFacts facts, Judgement judgement) {
        return switch (judgement) {
            case Flagged flagged -> flagged.linkState();
            case NotFlagged notFlagged -> notFlagged.linkState();
            case LeftOut _ -> Judge.linkOf(facts, rules, now);
        };
    }

    private Optional<Judgement> leftOut(DeviceFacts facts, Flagged flagged) {
        return exclusions.stream()
                .flatMap(exclusion -> exclusion.of(facts, flagged).stream())
                .<Judgement>map(leftOut -> leftOut)
                .findFirst();
    }
}
