package org.deviceoffboarding.remediation.execution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.WriteAnswer;
import org.deviceoffboarding.inventory.LiveDevices;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells which of a batch's refusals are about a device, and not about the person as whom it was sent, whose role may end at any
 * moment. What was done for other devices before says nothing; only what is done in the same batch does.
 */
@Component
class DeviceRefusals {

    private static final Logger log = LoggerFactory.getLogger(DeviceRefusals.class);

    private final LiveDevices live;
    private final AgentIdentity agent;

    DeviceRefusals(LiveDevices live, AgentIdentity agent) {
        this.live = live;
        this.agent = agent;
    }

    /**
     * Returns the object IDs of the devices that were refused for what they are: the only one among others that were done, and
     * those that Entra says are restricted, unless it refused several and did none. Takes a network's time.
     *
     * @param received an answer to each device, in the same order
     */
    Set<UUID> among(List<RequestedDevice> sent, List<WriteAnswer> received) {
        List<UUID> refused = new ArrayList<>();
        for (int index = 0; index < sent.size(); index++) {
            if (received.get(index).forbidden()) {
                refused.add(sent.get(index).device().objectId());
            }
        }
        boolean othersDone = received.stream().anyMatch(WriteAnswer::done);
        if (refused.size() == 1 && othersDone) {
            return Set.copyOf(refused);
        }
        return refused.size() == 1 || (othersDone && !refused.isEmpty()) ? restricted(refused) : Set.of();
    }

    private Set<UUID> restricted(Collection<UUID> refused) {
        try {
            return live.restricted(refused, agent.tokens());
        } catch (GraphException | AgentMissingException e) {
            log.atWarn().setCause(e).log("Whether refused devices are restricted could not be read");
            return Set.of();
        }
    }
}
