package org.deviceoffboarding.evaluation;

import java.util.Optional;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Judgement.LeftOut;

/** Says of each flagged device of one run whether it is left out. Asked for every flagged device, so it only looks up what was prepared. */
@FunctionalInterface
public interface Exclusion {

    /** Returns why the device is left out, or nothing if it may be suggested. */
    Optional<LeftOut> of(DeviceFacts facts, Flagged judgement);
}
