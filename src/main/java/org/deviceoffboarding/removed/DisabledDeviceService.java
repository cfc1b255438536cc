package org.deviceoffboarding.removed;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.listing.RowCount;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the devices that this portal disabled. */
@Service
@May(Capability.READ)
@Transactional(readOnly = true)
public class DisabledDeviceService {

    private final DisabledDeviceRepository devices;

    DisabledDeviceService(DisabledDeviceRepository devices) {
        this.devices = devices;
    }

    /**
     * Returns the devices that match, sorted as the page asks ({@code name}, {@code platform}, {@code disabledAt}, {@code
     * disabledBy}), else those that were disabled last first.
     */
    public List<DisabledDevice> find(DisabledDeviceFilter filter, Pageable page) {
        return devices.find(filter, page);
    }

    /** Returns the object IDs of the devices that match, the last first, at most so many: for those who act on all of them. */
    public List<UUID> ids(DisabledDeviceFilter filter, int most) {
        return devices.ids(filter, most);
    }

    /** Returns how many devices match. */
    public long count(DisabledDeviceFilter filter) {
        return devices.count(filter);
    }

    /** Returns how many devices match, or about how many where they are more than anybody looks through. */
    public RowCount roughly(DisabledDeviceFilter filter) {
        return devices.roughly(filter);
    }

    /** Returns a device that this portal disabled, or nothing if it did not. */
    public Optional<DisabledDevice> get(UUID objectId) {
        return devices.find(List.of(objectId)).stream().findFirst();
    }

    /**
     * Returns the first part of the devices that match, to take them away whole: sorted as {@link #find} says or, if they are many,
     * by object ID.
     */
    public ExportPage<DisabledDeviceFilter, DisabledDevice> export(DisabledDeviceFilter filter, Sort sort) {
        return devices.export(filter, sort);
    }

    /** Returns the part that follows another one. */
    public ExportPage<DisabledDeviceFilter, DisabledDevice> export(
            ExportPage<DisabledDeviceFilter, DisabledDevice> before) {
        return devices.export(before);
    }
}
