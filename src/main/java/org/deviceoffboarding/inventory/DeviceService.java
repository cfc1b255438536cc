package org.deviceoffboarding.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.inventory.list.DeviceExport;
import org.deviceoffboarding.inventory.list.DeviceExports;
import org.deviceoffboarding.inventory.list.DeviceRepository;
import org.deviceoffboarding.inventory.unit.RestrictedUnits;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows the devices of the inventory, each answer of one moment: a newer copy may take its place while it is read. Empty before
 * the first run has ended.
 */
@Service
@May(Capability.READ)
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class DeviceService {

    private final InventoryRepository inventories;
    private final DeviceRepository devices;
    private final DeviceExports exports;
    private final FactsRepository facts;
    private final RestrictedUnits units;

    DeviceService(
            InventoryRepository inventories,
            DeviceRepository devices,
            DeviceExports exports,
            FactsRepository facts,
            RestrictedUnits units) {
        this.inventories = inventories;
        this.devices = devices;
        this.exports = exports;
        this.facts = facts;
        this.units = units;
    }

    /**
     * Returns the devices that match, sorted as the page asks ({@code name}, {@code objectId}, {@code deviceId},
     * {@code intuneId}, {@code platform}, {@code ownership}, {@code joinType}, {@code enabled}, {@code serialNumber},
     * {@code user}, {@code lastSignIn}, {@code lastSync}), else by name; where that is the same, by name in the same
     * direction. Devices without a value come last.
     */
    public List<DeviceRow> find(DeviceFilter filter, Pageable page) {
        var run = inventories.published();
        return run.isEmpty() ? List.of() : devices.find(run.getAsLong(), filter, page);
    }

    /** Returns the object IDs of the devices that match, by name, at most so many: for those who act on all of them. */
    public List<UUID> ids(DeviceFilter filter, int most) {
        var run = inventories.published();
        return run.isEmpty() ? List.of() : devices.ids(run.getAsLong(), filter, most);
    }

    /**
     * Returns the devices that have each of these IDs, whichever of the three it is; IDs that none has are missing. As a search
     * for each of them.
     */
    public Map<UUID, List<DeviceRow>> withAnyId(Collection<UUID> ids) {
        var run = inventories.published();
        return run.isEmpty() ? Map.of() : devices.withAnyId(run.getAsLong(), ids);
    }

    /** Returns the names of these devices by object ID; those that the inventory does not have are missing. */
    public Map<UUID, String> names(Collection<UUID> objectIds) {
        var run = inventories.published();
        return run.isEmpty() ? Map.of() : devices.names(run.getAsLong(), objectIds);
    }

    /** Returns those of these devices, by object ID, that the inventory says are in restricted administrative units. */
    public Set<UUID> restricted(Collection<UUID> objectIds) {
        return inventories.restricted(objectIds);
    }

    /** Returns the same with the units that they are in. */
    public RestrictedDevices restrictedUnits(Collection<UUID> objectIds) {
        var run = inventories.published();
        return run.isEmpty() ? RestrictedDevices.NONE : units.of(run.getAsLong(), objectIds);
    }

    /** Returns the run whose copy of the tenant this is; 0 before the first. */
    public long result() {
        return inventories.published().orElse(0);
    }

    /**
     * Returns the first part of the devices that match, sorted as {@link #find} says, to take them away whole. They stay those of
     * the copy that is the inventory now, whatever runs end meanwhile; a device that the portal changes or removes meanwhile is as it
     * is then, in its place.
     */
    public ExportPage<DeviceExport, DeviceRow> export(DeviceFilter filter, Sort sort) {
        var run = inventories.published();
        return run.isEmpty()
                ? ExportPage.whole(DeviceExport.NONE, List.of())
                : exports.first(run.getAsLong(), filter, sort);
    }

    /**
     * Returns the part that follows another one.
     *
     * @throws org.deviceoffboarding.base.ListGoneException if the copy is no longer kept, since two runs have ended meanwhile
     */
    public ExportPage<DeviceExport, DeviceRow> export(ExportPage<DeviceExport, DeviceRow> before) {
        if (!inventories.has(before.of().runId())) {
            throw DeviceExports.gone();
        }
        return exports.next(before);
    }

    /** Returns how many devices match. */
    public long count(DeviceFilter filter) {
        var run = inventories.published();
        return run.isEmpty() ? 0 : devices.count(run.getAsLong(), filter);
    }

    /** Returns how many devices match, or about how many where they are more than anybody looks through. */
    public RowCount roughly(DeviceFilter filter) {
        var run = inventories.published();
        return run.isEmpty() ? RowCount.exactly(0) : devices.roughly(run.getAsLong(), filter);
    }

    /** Returns every removal event that was ever read of a device, by its device ID, the latest first; at most 100. */
    public List<RemovalEvent> removals(UUID deviceId) {
        return facts.removals(deviceId);
    }

    /** Returns everything known about a device, by its object ID. */
    public Optional<DeviceFacts> get(UUID objectId) {
        var run = inventories.published();
        return run.isEmpty() ? Optional.empty() : facts.find(run.getAsLong(), objectId);
    }
}
