package org.deviceoffboarding.remediation.execution;

import java.util.UUID;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;

/** A device of the demo tenant that something happens to in a history. */
record HistoryDevice(int number, UUID id, String deviceId) {

    static HistoryDevice of(DemoEntraDevice device) {
        return new HistoryDevice(device.number(), UUID.fromString(device.id()), device.deviceId());
    }
}
