package org.deviceoffboarding.remediation.query;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.judging.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for care with a request, to be seen beside the buttons that decide about it.
 *
 * @param devices how many it would act on
 * @param tenantDevices how many devices the newest inventory has; 0 before the first
 * @param kinds how many devices of each kind it holds
 * @param finalOnes how many would be gone for good
 * @param takenOver how many of those to disable somebody else had disabled before they were asked for: nothing is sent for them
 * @param keysMissing see {@link org.deviceoffboarding.remediation.asking.Preview#keysMissing()}
 * @param keysNotKnown see {@link org.deviceoffboarding.remediation.asking.Preview#keysNotKnown()}
 * @param stepsMissing the required steps of the suggestion's playbook before it that nobody has ticked
 * @param evidenceAge how long ago the tenant was read that they were flagged by; null where actions are taken back
 * @param newerRun whether a newer run has a result by now
 * @param actedOnInADay how many devices were approved to be disabled or deleted within 24 hours, without this request
 * @param perDay how many may be
 */
public record Risk(
        long devices,
        long tenantDevices,
        Map<Kind, Long> kinds,
        long finalOnes,
        long takenOver,
        long keysMissing,
        long keysNotKnown,
        List<String> stepsMissing,
        @Nullable Duration evidenceAge,
        boolean newerRun,
        long actedOnInADay,
        long perDay) {

    public Risk {
        kinds = Map.copyOf(kinds);
        stepsMissing = List.copyOf(stepsMissing);
    }

    /** Returns the share of the tenant's devices, from 0 to 1. */
    public double share() {
        return tenantDevices == 0 ? 0 : (double) devices / tenantDevices;
    }

    /** Returns whether approving it would break the cap of a day. */
    public boolean overCap() {
        return actedOnInADay + devices > perDay;
    }
}
