package org.deviceoffboarding.keys;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** By LAPS passwords. */
@Component
@Order(51)
class LapsCriterion extends KeyKnownCriterion {

    LapsCriterion() {
        super("laps", "LAPS password", "laps");
    }
}
