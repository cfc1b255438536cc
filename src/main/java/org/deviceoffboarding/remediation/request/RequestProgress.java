package org.deviceoffboarding.remediation.request;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a request is.
 *
 * @param devices how many devices are in each state; states without any are missing
 * @param timeLeft how long it takes at the least until the last one is sent, within Graph's limits and beside the other
 *     requests of the same approver; null where nothing is left to send or nobody approved it yet
 */
public record RequestProgress(
        Map<DeviceState, Long> devices, @Nullable Duration timeLeft) {

    public RequestProgress {
        devices = Map.copyOf(devices);
    }

    /** Returns how many devices are in a state. */
    public long count(DeviceState state) {
        return devices.getOrDefault(state, 0L);
    }

    /** Returns how many devices there are. */
    public long total() {
        return devices.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns how many devices it was tried for, those that are accepted and only have to be read back included. Dropped ones are not
     * among them: nothing was done to them.
     */
    public long handled() {
        return total() - count(DeviceState.WAITING) - count(DeviceState.SENT) - count(DeviceState.DROPPED);
    }
}
