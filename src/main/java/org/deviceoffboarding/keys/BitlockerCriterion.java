package org.deviceoffboarding.keys;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** By BitLocker keys. */
@Component
@Order(50)
class BitlockerCriterion extends KeyKnownCriterion {

    BitlockerCriterion() {
        super("bitlocker", "BitLocker key", "bitlocker_keys > 0");
    }
}
