package org.deviceoffboarding.removed;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which devices this portal deleted, and when. For jobs; pages go by {@link DeletedDeviceService}. */
@Component
public class DeletedDevices {

    private final DeletedDeviceRepository devices;

    DeletedDevices(DeletedDeviceRepository devices) {
        this.devices = devices;
    }

    /**
     * Remembers a device that the portal deleted, in the caller's transaction; deleted again, the later time counts.
     *
     * @param device not restored yet
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(DeletedDevice device) {
        devices.add(device);
    }

    /** Remembers that the portal brought a device back, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void restored(UUID objectId, Instant at) {
        devices.restored(objectId, at);
    }

    /** Returns the devices that the portal deleted, also those that it restored, whose object ID or device ID is among these. */
    public List<DeletedDevice> findByAnyId(Collection<UUID> ids) {
        return devices.findByAnyId(ids);
    }

    /** Returns these devices as far as the portal deleted them, also those that it restored, by object ID. */
    public Map<UUID, DeletedDevice> find(Collection<UUID> objectIds) {
        return devices.find(objectIds);
    }
}
