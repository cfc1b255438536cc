package org.deviceoffboarding.demotenant.graph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.demotenant.population.DeviceState;
import org.deviceoffboarding.demotenant.population.EntraDevice;
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
        return now().minus(lag);
    }

    /** Returns all devices, as lists show them. */
    Rows<EntraDevice> devices() {
        var seen = seen();
        return new Rows<>() {
            @Override
            public long end() {
                return population.size();
            }

            @Override
            public @Nullable EntraDevice at(long position) {
                var device = population.entraDevice((int) position, seen);
                return device != null && device.state().present() ? device : null;
            }
        };
    }

    /** Returns the only devices that a filter can match, where it names their IDs; null where it does not. */
    @Nullable
    Rows<EntraDevice> devicesNamedBy(Filter filter) {
        var ids = filter.valuesOf("id");
        if (ids != null) {
            return Rows.of(listed(IdKind.ENTRA_OBJECT, ids));
        }
        var deviceIds = filter.valuesOf("deviceId");
        return deviceIds == null || deviceIds.stream().anyMatch(Directory::isNoKey)
                ? null
                : Rows.of(listed(IdKind.ENTRA_DEVICE, deviceIds));
    }

    /** An empty or zero ID is one that several devices can have. */
    private static boolean isNoKey(String id) {
        return id.isEmpty() || id.startsWith("00000000-0000-0000");
    }

    private List<EntraDevice> listed(IdKind kind, Collection<String> ids) {
        var found = new ArrayList<EntraDevice>();
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
     * Finds a device in the directory.
     *
     * @throws ODataError 404 if there is none
     */
    EntraDevice device(IdKind kind, String id) {
        var device = population.findEntraDevice(kind, id);
        if (device == null || !device.state().present()) {
            throw ODataError.notFound(id);
        }
        return device;
    }

    /** Returns the devices that can be restored. */
    List<EntraDevice> deletedDevices() {
        return population.changes().restorable(now()).stream()
                .map(number -> population.entraDevice(number, Instant.MAX))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Finds a device among the deleted items.
     *
     * @throws ODataError 404 if there is none
     */
    EntraDevice deletedDevice(String id) {
        var device = population.findEntraDevice(IdKind.ENTRA_OBJECT, id);
        if (device == null || !device.state().restorable(now())) {
            throw ODataError.notFound(id);
        }
        return device;
    }

    /** Changes a device. */
    void change(EntraDevice device, UnaryOperator<DeviceState> how) {
        population.changes().update(device.number(), now(), how);
    }
}
