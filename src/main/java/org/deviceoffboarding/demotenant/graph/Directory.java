package org.deviceoffboarding.demotenant.graph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Filter;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.SparseRows;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.DeviceWrite;
import org.deviceoffboarding.demotenant.population.IdKind;
import org.deviceoffboarding.demotenant.population.Population;
import org.jspecify.annotations.Nullable;

/** The tenant's Entra devices: lists, which may lag behind, and single ones, which never do. */
final class Directory {

    private final Population population;
    private final Clock clock;
    private final Duration lag;

    /**
     * Opens the directory.
     *
     * @param lag how long lists do not know of a change
     */
    Directory(Population population, Clock clock, Duration lag) {
        this.population = population;
        this.clock = clock;
        this.lag = lag;
    }

    Population population() {
        return population;
    }

    Instant now() {
        return clock.instant();
    }

    /** Returns the time that lists show. */
    Instant seen() {
        return now().minus(lag).minus(population.changes().lag());
    }

    /** Returns all devices, as lists show them. */
    SparseRows<DemoEntraDevice> devices() {
        var seen = seen();
        return new SparseRows<>() {
            @Override
            public long end() {
                return population.size();
            }

            @Override
            public @Nullable DemoEntraDevice at(long position) {
                var device = population.entraDevice((int) position, seen);
                return device != null && device.state().present() ? device : null;
            }
        };
    }

    /** Returns the only devices that a filter can match, where it names their IDs; null where it does not. */
    @Nullable
    SparseRows<DemoEntraDevice> devicesNamedBy(Filter filter) {
        var ids = filter.valuesOf("id");
        if (ids != null) {
            return SparseRows.of(listed(IdKind.ENTRA_OBJECT, ids));
        }
        var deviceIds = filter.valuesOf("deviceId");
        return deviceIds == null || deviceIds.stream().anyMatch(Directory::isNoKey)
                ? null
                : SparseRows.of(listed(IdKind.ENTRA_DEVICE, deviceIds));
    }

    /** An empty or zero ID is one that several devices can have. */
    private static boolean isNoKey(String id) {
        return id.isEmpty() || id.startsWith("00000000-0000-0000");
    }

    private List<DemoEntraDevice> listed(IdKind kind, Collection<String> ids) {
        var found = new ArrayList<DemoEntraDevice>();
        for (String id : Set.copyOf(ids)) {
            var device = population.findEntraDevice(kind, id);
            var listed = device == null ? null : devices().at(device.number());
            if (listed != null) {
                found.add(listed);
            }
        }
        return found;
    }

    /**
     * Finds a device in the directory, as reads show it.
     *
     * @throws ODataError 404 if there is none
     */
    DemoEntraDevice device(IdKind kind, String id) {
        return present(population.findEntraDevice(kind, id, now()), id);
    }

    /**
     * Finds a device in the directory, as it is.
     *
     * @throws ODataError 404 if there is none
     */
    DemoEntraDevice deviceToChange(IdKind kind, String id) {
        return present(population.findEntraDevice(kind, id), id);
    }

    private static DemoEntraDevice present(@Nullable DemoEntraDevice device, String id) {
        if (device == null || !device.state().present()) {
            throw ODataError.notFound(id);
        }
        return device;
    }

    /** Returns the devices that can be restored, as lists of them show it. */
    List<DemoEntraDevice> deletedDevices() {
        return population.changes().restorable(now()).stream()
                .map(number -> population.entraDevice(number, now()))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Finds a device among the deleted items, as reads show it.
     *
     * @throws ODataError 404 if there is none
     */
    DemoEntraDevice deletedDevice(String id) {
        return restorable(population.findEntraDevice(IdKind.ENTRA_OBJECT, id, now()), id);
    }

    /**
     * Finds a device among the deleted items, as it is.
     *
     * @throws ODataError 404 if there is none
     */
    DemoEntraDevice deletedDeviceToChange(String id) {
        return restorable(population.findEntraDevice(IdKind.ENTRA_OBJECT, id), id);
    }

    private DemoEntraDevice restorable(@Nullable DemoEntraDevice device, String id) {
        if (device == null || !device.state().restorable(now())) {
            throw ODataError.notFound(id);
        }
        return device;
    }

    DemoEntraDevice write(Call call, DemoEntraDevice device, DeviceWrite.What what) {
        return write(call, device, what, Map.of());
    }

    /**
     * Writes to a device, unless a fault keeps that from being done, and returns the device as the write leaves it.
     *
     * @param attributes the extension attributes to set
     * @throws ODataError 404 if somebody else deleted or restored it in the meantime
     */
    DemoEntraDevice write(Call call, DemoEntraDevice device, DeviceWrite.What what, Map<String, String> attributes) {
        var now = now();
        var by = call.request().caller().name();
        var write = new DeviceWrite(what, now, now.plus(call.unseen()), by, attributes);
        if (!call.suffers(Fault.Kind.ACCEPTED_BUT_NOT_DONE)
                && !population.changes().write(device.number(), write)) {
            throw ODataError.notFound(device.id());
        }
        return device.after(write);
    }
}
