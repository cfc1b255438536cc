package org.deviceoffboarding.evaluation.leftout;

import java.util.UUID;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.LeftOutReason;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;

/**
 * A device that a rule kept from being suggested in one run.
 *
 * @param situation that holds for it, or would but for the rule
 * @param detail sentences that say how the rule fits this device, and what the portal did to it since
 * @param ownership whose it is; null in what was kept before that was noted, as is the next
 * @param group the sort of suggestion that it would have belonged to; null where that does not matter
 * @param instruction the title of the instruction that leaves it out; null where another rule does
 * @param change what the portal did to the device since the run; null if nothing
 */
public record LeftOutDevice(
        long runId,
        UUID objectId,
        String name,
        Platform platform,
        LeftOutReason reason,
        Situation situation,
        String detail,
        @Nullable Ownership ownership,
        @Nullable KindGroup group,
        @Nullable String instruction,
        @Nullable VerifiedChange change) {}
