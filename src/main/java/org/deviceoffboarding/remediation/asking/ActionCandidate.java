package org.deviceoffboarding.remediation.asking;

import java.util.List;
import java.util.OptionalLong;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.keys.DeviceKeys;
import org.deviceoffboarding.removed.DeletedDevice;
import org.deviceoffboarding.removed.DisabledDevice;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;

/**
 * All that decides whether an action may be asked for a device. What is null is not so, or not known.
 *
 * @param facts of the newest inventory
 * @param finding of the newest result
 * @param exceptions sentences of the exceptions that it falls under now, the strongest first
 * @param disabled when this portal disabled it
 * @param deleted when this portal deleted it
 * @param change the last that this portal did to it and verified
 * @param keys what is known about its keys
 * @param openRequest the open request that it is in
 */
record ActionCandidate(
        @Nullable DeviceFacts facts,
        @Nullable Finding finding,
        List<String> exceptions,
        @Nullable DisabledDevice disabled,
        @Nullable DeletedDevice deleted,
        @Nullable VerifiedChange change,
        @Nullable DeviceKeys keys,
        OptionalLong openRequest) {

    ActionCandidate {
        exceptions = List.copyOf(exceptions);
    }
}
