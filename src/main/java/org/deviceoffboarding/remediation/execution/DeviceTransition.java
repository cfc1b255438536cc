package org.deviceoffboarding.remediation.execution;

import java.util.EnumSet;
import java.util.Set;
import org.deviceoffboarding.remediation.request.DeviceState;

/**
 * Every way in which a device of a change request comes to a state. {@link DeviceTransitions} takes them, and nobody else.
 * {@code src/docs/transitions.md} is drawn from this table.
 */
public enum DeviceTransition {
    REQUEST(EnumSet.noneOf(DeviceState.class), DeviceState.WAITING, "who asks", "the device as it was shown"),
    SEND(
            EnumSet.of(DeviceState.WAITING),
            DeviceState.SENT,
            "the portal, before it asks Entra",
            "when; one more attempt; when to find out what became of it"),
    ACCEPT(
            EnumSet.of(DeviceState.WAITING, DeviceState.SENT),
            DeviceState.ACCEPTED,
            "the approver, whose identity Entra took the action from",
            "when; what the portal disabled or deleted"),
    WAIT_AGAIN(
            EnumSet.of(DeviceState.SENT),
            DeviceState.WAITING,
            "the portal, after it read that nothing was done",
            "when to send it again"),
    TAKE_BACK(
            EnumSet.of(DeviceState.SENT),
            DeviceState.WAITING,
            "the portal, where Entra certainly refused the person",
            "the attempt does not count"),
    VERIFY(EnumSet.of(DeviceState.ACCEPTED), DeviceState.VERIFIED, "the portal, after it read the device back", "when"),
    GIVE_UP_VERIFYING(
            EnumSet.of(DeviceState.ACCEPTED),
            DeviceState.NOT_VERIFIED,
            "the portal, after an hour of reading it back",
            "when; what to check"),
    TAKE_OVER(
            EnumSet.of(DeviceState.WAITING),
            DeviceState.TAKEN_OVER,
            "the approver of a request to disable it, where somebody else had disabled it before it was asked for",
            "when; the device among those that wait for their grace period; nothing is sent"),
    SKIP(
            EnumSet.of(DeviceState.WAITING, DeviceState.SENT),
            DeviceState.SKIPPED,
            "the portal, where the device is not as it was approved",
            "when; the difference"),
    FAIL(
            EnumSet.of(DeviceState.SENT),
            DeviceState.FAILED,
            "the portal, where Entra refused this device, or did nothing for six attempts",
            "when; what Entra said, and what to do"),
    DROP(
            EnumSet.of(DeviceState.WAITING),
            DeviceState.DROPPED,
            "who rejects, withdraws or stops the request; the portal where it expires",
            "when; why");

    private final Set<DeviceState> from;
    private final DeviceState to;
    private final String who;
    private final String stored;

    DeviceTransition(Set<DeviceState> from, DeviceState to, String who, String stored) {
        this.from = Set.copyOf(from);
        this.to = to;
        this.who = who;
        this.stored = stored;
    }

    /** Returns where it leads from; empty for a device that a request begins with. */
    public Set<DeviceState> from() {
        return from;
    }

    /** Returns where it leads to. */
    public DeviceState to() {
        return to;
    }

    /** Returns who causes it, in words: who stands in the audit log. */
    public String who() {
        return who;
    }

    /** Returns what is stored beside the state, in words. */
    public String stored() {
        return stored;
    }
}
