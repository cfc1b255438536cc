package org.deviceoffboarding.secretkey;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Lets no portal start with a key that was replaced, nor with a third one while one is replaced by another: what it stored, no
 * other portal would read.
 */
@Component
class GivenKeyCheck implements SmartInitializingSingleton {

    private final GivenKey given;
    private final LearntKeys keys;
    private final KeyRotationRepository rotations;

    GivenKeyCheck(GivenKey given, LearntKeys keys, KeyRotationRepository rotations) {
        this.given = given;
        this.keys = keys;
        this.rotations = rotations;
    }

    /** @throws ReplacedKeyException where that is so */
    @Override
    public void afterSingletonsInstantiated() {
        String id = given.atStart().id();
        rotations.findReplacementOf(id).ifPresent(by -> {
            throw new ReplacedKeyException("The secret key of " + given.source() + " (" + id
                    + ") was replaced by another (" + by
                    + "), with which everything is encrypted now: start the portal with that one. This one reads nothing but"
                    + " backups of the database from before.");
        });
        rotations.findUnderWay().filter(rotation -> !keys.learn()).ifPresent(rotation -> {
            throw new ReplacedKeyException("The secret key is being replaced, " + rotation.oldKeyId() + " by "
                    + rotation.newKeyId() + ", and that of " + given.source() + " (" + id
                    + ") is neither: start the portal with one of the two.");
        });
    }
}
