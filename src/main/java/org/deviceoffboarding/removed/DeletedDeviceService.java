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

/** Shows the devices that this portal deleted. */
@Service
@May(Capability.READ)
@Transactional(readOnly = true)
public class DeletedDeviceService {

    private final DeletedDeviceRepository devices;

    DeletedDeviceService(DeletedDeviceRepository devices) {
        this.devices = devices;
    }

    /**
     * Returns the devices that match, sorted as the page asks ({@code name}, {@code serialNumber}, {@code platform},
     * {@code deletedAt}, {@code deletedBy}, {@code restoredAt}), else those that were deleted last first.
     *
     * @param text part of the name or serial number, without regard to case, or an ID, whole; blank for all
     */
    public List<DeletedDevice> find(String text, Pageable page) {
        return devices.find(text, page);
    }

    /** Returns the object IDs of the devices that match, the last first, at most so many: for those who act on all of them. */
    public List<UUID> ids(String text, int most) {
        return devices.ids(text, most);
    }

    /** Returns how many devices match. */
    public long count(String text) {
        return devices.count(text);
    }

    /** Returns how many devices match, or about how many where they are more than anybody looks through. */
    public RowCount roughly(String text) {
        return devices.roughly(text);
    }

    /** Returns a device that this portal deleted, or nothing if it did not. */
    public Optional<DeletedDevice> get(UUID objectId) {
        return Optional.ofNullable(devices.find(List.of(objectId)).get(objectId));
    }

    /**
     * Returns the first part of the devices that match, to take them away whole: sorted as {@link #find} says or, if they are many,
     * by object ID.
     */
    public ExportPage<String, DeletedDevice> export(String text, Sort sort) {
        return devices.export(text, sort);
    }

    /** Returns the part that follows another one. */
    public ExportPage<String, DeletedDevice> export(ExportPage<String, DeletedDevice> before) {
        return devices.export(before);
    }
}
