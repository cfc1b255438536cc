package org.deviceoffboarding.evaluation.effect;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Judgement.LeftOut;

/**
 * How devices are judged by what is decided, and how they would be.
 *
 * @param refuted those of which Intune, asked by key, has a record that its list did not show: whatever rests on there being
 *     none does not hold for them
 */
record BothJudgings(
        Function<DeviceFacts, Judgement> present, Function<DeviceFacts, Judgement> tried, Set<UUID> refuted) {

    Judgement now(DeviceFacts facts) {
        return confirmed(facts, present.apply(facts));
    }

    Judgement then(DeviceFacts facts) {
        return confirmed(facts, tried.apply(facts));
    }

    private Judgement confirmed(DeviceFacts facts, Judgement judgement) {
        return judgement instanceof Flagged flagged
                        && flagged.situation().confirmedByKey()
                        && refuted.contains(facts.entra().objectId())
                ? LeftOut.notConfirmed(flagged.situation())
                : judgement;
    }
}
