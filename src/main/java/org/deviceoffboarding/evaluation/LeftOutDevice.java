package org.deviceoffboarding.evaluation;

import java.util.UUID;
import org.deviceoffboarding.inventory.Platform;

/**
 * A device that a rule kept from being suggested in one run.
 *
 * @param situation that holds for it, or would but for the rule
 * @param detail one sentence that says how the rule fits this device
 */
public record LeftOutDevice(
        long runId,
        UUID objectId,
        String name,
        Platform platform,
        LeftOutReason reason,
        Situation situation,
        String detail) {}
