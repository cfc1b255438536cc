package org.deviceoffboarding.evaluation.guard;

import org.deviceoffboarding.inventory.InventoryCounts;

/**
 * How many devices a run read, to compare the next one with.
 *
 * @param runId the run
 */
record InventoryTotals(long runId, long entraDevices, long managedDevices, long autopilotIdentities) {

    static InventoryTotals of(long runId, InventoryCounts counts) {
        return new InventoryTotals(runId, counts.entraDevices(), counts.managedDevices(), counts.autopilotIdentities());
    }
}
