package org.deviceoffboarding.inventory.list;

import java.util.UUID;
import org.deviceoffboarding.base.listing.ListedRows;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/**
 * Devices of one copy that are being taken away part by part: which, in which order, and as of when they stand in it. It stays
 * with the copy that was the inventory when it began.
 */
public final class DeviceExport {

    /** Before the first run has ended. */
    public static final DeviceExport NONE =
            new DeviceExport(0, DeviceFilter.NONE, DeviceOrder.of(Sort.unsorted()), ListedRows.NONE, "", null);

    final long runId;
    final DeviceFilter filter;
    final DeviceOrder order;
    final ListedRows devices;

    /** What was committed when it began. */
    final String snapshot;

    /** Where the last device that was read stands; null before the first. */
    final @Nullable Place last;

    /** @param value in the column that is sorted by; null without one */
    record Place(@Nullable Object value, String nameKey, UUID objectId) {}

    DeviceExport(
            long runId,
            DeviceFilter filter,
            DeviceOrder order,
            ListedRows devices,
            String snapshot,
            @Nullable Place last) {
        this.runId = runId;
        this.filter = filter;
        this.order = order;
        this.devices = devices;
        this.snapshot = snapshot;
        this.last = last;
    }

    DeviceExport behind(Place place) {
        return new DeviceExport(runId, filter, order, devices, snapshot, place);
    }

    /** Returns the run whose copy it is. */
    public long runId() {
        return runId;
    }
}
