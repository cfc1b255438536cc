package org.deviceoffboarding.evaluation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.deviceoffboarding.evaluation.FlaggedRepository.FlaggedDevice;
import org.deviceoffboarding.evaluation.execution.RunInventory;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Situation;
import org.springframework.stereotype.Component;

/**
 * The facts of the devices that a run flagged, or would have but for an instruction: what instructions are tried on. Asks for
 * no role.
 */
@Component
public class FlaggedInventory {

    private static final int AT_ONCE = 2_000;

    private final FlaggedRepository flagged;
    private final RunInventory inventory;

    FlaggedInventory(FlaggedRepository flagged, RunInventory inventory) {
        this.flagged = flagged;
        this.inventory = inventory;
    }

    /**
     * Hands over each device with the situation that holds for it, on the caller's thread. Reads a page at a time, and holds
     * no connection in between.
     *
     * @param runId of a completed run; devices that its copy of the tenant no longer holds are missing
     * @param abandoned asked before each page
     * @return whether all were handed over, rather than abandoned
     */
    public boolean forEach(long runId, BooleanSupplier abandoned, BiConsumer<DeviceFacts, Situation> device) {
        UUID last = null;
        while (!abandoned.getAsBoolean()) {
            List<FlaggedDevice> page = flagged.page(runId, last, AT_ONCE);
            handOver(runId, page, device);
            if (page.size() < AT_ONCE) {
                return true;
            }
            last = page.getLast().objectId();
        }
        return false;
    }

    private void handOver(long runId, List<FlaggedDevice> page, BiConsumer<DeviceFacts, Situation> device) {
        Map<UUID, Situation> situations =
                page.stream().collect(Collectors.toMap(FlaggedDevice::objectId, FlaggedDevice::situation));
        for (DeviceFacts facts : inventory.facts(runId, situations.keySet())) {
            Situation situation = situations.get(facts.entra().objectId());
            if (situation != null) {
                device.accept(facts, situation);
            }
        }
    }
}
