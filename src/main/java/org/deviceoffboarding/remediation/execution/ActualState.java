package org.deviceoffboarding.remediation.execution;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.LiveDevices;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out from Entra itself, with the agent's identity, whether devices are as an action would leave them. */
@Component
class ActualState {

    private final LiveDevices live;
    private final AgentIdentity agent;

    ActualState(LiveDevices live, AgentIdentity agent) {
        this.live = live;
        this.agent = agent;
    }

    /** Reads the devices again, by ID, over the network. */
    Read read(Action action, List<RequestedDevice> devices) {
        return new Read(
                action,
                live.inEntra(
                        devices.stream().map(each -> each.device().objectId()).toList(), agent.tokens()));
    }

    /** What was read. */
    record Read(Action action, Map<UUID, EntraDevice> present) {

        /** Returns the device as it is now; null where Entra does not have it. */
        @Nullable
        EntraDevice of(RequestedDevice device) {
            return present.get(device.device().objectId());
        }

        /** Returns whether the device is as the action leaves it. */
        boolean isDone(RequestedDevice device) {
            EntraDevice now = of(device);
            return switch (action) {
                case DISABLE -> now != null && Boolean.FALSE.equals(now.accountEnabled());
                case ENABLE -> now != null && Boolean.TRUE.equals(now.accountEnabled());
                case DELETE -> now == null;
                case RESTORE -> now != null;
            };
        }

        /** Returns whether the device is no longer in Entra, though the action would have left it there. */
        boolean isGone(RequestedDevice device) {
            return (action == Action.DISABLE || action == Action.ENABLE) && of(device) == null;
        }
    }
}
