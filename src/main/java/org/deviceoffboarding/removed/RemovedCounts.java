package org.deviceoffboarding.removed;

import org.springframework.stereotype.Component;

/** How many devices this portal disabled or deleted. Asks for no role. */
@Component
public class RemovedCounts {

    private final DisabledDeviceRepository disabled;
    private final DeletedDeviceRepository deleted;

    RemovedCounts(DisabledDeviceRepository disabled, DeletedDeviceRepository deleted) {
        this.disabled = disabled;
        this.deleted = deleted;
    }

    /** Returns how many it disabled that wait in the queue for deletion. */
    public long waiting() {
        return disabled.count(new DisabledDeviceFilter("", null, DisabledDeviceState.IN_QUEUE));
    }

    /** Returns how many it deleted, those included that were restored since. */
    public long deleted() {
        return deleted.count("");
    }
}
