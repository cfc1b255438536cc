package org.deviceoffboarding.removed;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which devices this portal disabled, and when: what their grace period counts from, and what alone may be deleted. For jobs;
 * pages go by {@link DisabledDeviceService}.
 */
@Component
public class DisabledDevices {

    private final DisabledDeviceRepository devices;

    DisabledDevices(DisabledDeviceRepository devices) {
        this.devices = devices;
    }

    /**
     * Remembers that the portal disabled a device, which waits in the queue for deletion from then on. Disabled again, it
     * counts from the later time.
     *
     * @param name for people; may be empty
     * @param by the name of who approved that
     * @throws org.springframework.transaction.IllegalTransactionStateException if the caller has no transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID objectId, String name, Platform platform, String by, Instant at) {
        devices.add(objectId, name, platform, by, at, false);
    }

    /**
     * Remembers that a device which somebody else had disabled waits in the queue for deletion from now on, in the caller's
     * transaction. What the portal disabled itself earlier stays its own.
     *
     * @param name for people; may be empty
     * @param by the name of who approved that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeOver(UUID objectId, String name, Platform platform, String by, Instant at) {
        devices.add(objectId, name, platform, by, at, true);
    }

    /** Forgets a device that the portal enabled again or deleted, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID objectId) {
        devices.remove(objectId);
    }

    /**
     * Takes a device out of the queue, in the caller's transaction; it stays known that the portal disabled it.
     *
     * @param because sentences for people
     * @return whether it was in the queue; not as it was given, if it was disabled again meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean leave(DisabledDevice device, Instant at, String because) {
        return devices.leave(device, at, because);
    }

    /** Returns devices in the queue that were disabled before a time, in the order of their object IDs, those after one. */
    public List<DisabledDevice> inQueueBefore(Instant before, @Nullable UUID after, int limit) {
        return devices.inQueueBefore(before, after, limit);
    }

    /** Returns these devices as far as the portal disabled them, also those that left the queue, by object ID. */
    public Map<UUID, DisabledDevice> find(Collection<UUID> objectIds) {
        return devices.find(objectIds).stream()
                .collect(Collectors.toMap(DisabledDevice::objectId, Function.identity()));
    }

    /** Returns those of these devices that are in the queue, by object ID. */
    public Map<UUID, DisabledDevice> inQueue(Collection<UUID> objectIds) {
        return devices.find(objectIds).stream()
                .filter(device -> device.leftAt() == null)
                .collect(Collectors.toMap(DisabledDevice::objectId, Function.identity()));
    }
}
