package org.deviceoffboarding.evaluation;

import org.deviceoffboarding.inventory.InventoryCounts;

/**
 * How many devices a run read, to compare the next one with.
 *
 * @param runId the run
 */
record ReadNumbers(long runId, long entraDevices, long managedDevices) {

    static ReadNumbers of(long runId, InventoryCounts counts) {
        return new ReadNumbers(runId, counts.entraDevices(), counts.managedDevices());
    }
}
