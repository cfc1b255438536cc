package org.deviceoffboarding.remediation.asking;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.remediation.recheck.RestrictedCount;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.DeviceTally;

/**
 * What an action on some devices would mean, before anything is asked for.
 *
 * @param objectIds of the devices that it may be asked for; what they are is shown by
 *     {@link RequestSubmissionService#devices}
 * @param tally of these devices
 * @param refused the others, each with why
 * @param restricted how many of these devices are in restricted administrative units, and in which
 * @param needsApproval whether a second person would have to approve it
 * @param hindrance why it can't be asked for at all now, and what to do; empty if nothing hinders it
 * @param agentAwaited whether no agent is set up, so that nobody can approve it before there is one
 */
public record Preview(
        Action action,
        List<UUID> objectIds,
        DeviceTally tally,
        List<Refused> refused,
        RestrictedCount restricted,
        boolean needsApproval,
        String hindrance,
        boolean agentAwaited) {

    public Preview {
        objectIds = List.copyOf(objectIds);
        refused = List.copyOf(refused);
    }

    /** A device that the action is refused for, and why, as sentences for people. The name may be empty. */
    public record Refused(UUID objectId, String name, String reason) {}

    /** Returns how many devices would be gone for good. */
    public int finalOnes() {
        return (int) tally.finalOnes();
    }

    /** Returns whether this would do the same to the same devices, whoever may approve it: what was confirmed of that stays so. */
    public boolean doesAs(Preview other) {
        return action == other.action && objectIds.equals(other.objectIds) && finalOnes() == other.finalOnes();
    }
}
