package org.deviceoffboarding.demotenant.population;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The changes on top of the computed devices. Holds only devices that somebody changed. Safe for many threads.
 */
public final class DeviceChanges {

    private final Map<Integer, Change> changes = new LinkedHashMap<>();
    private long sequence;

    DeviceChanges() {}

    /** Returns how a device is now. */
    public synchronized DeviceState current(int device) {
        var change = changes.get(device);
        return change == null ? DeviceState.UNCHANGED : change.after();
    }

    /** Returns how a device was known to be at a time, as a list that lags behind shows it. */
    public synchronized DeviceState asOf(int device, Instant time) {
        var change = changes.get(device);
        if (change == null) {
            return DeviceState.UNCHANGED;
        }
        return change.at().isAfter(time) ? change.before() : change.after();
    }

    /** Changes a device. */
    public synchronized void update(int device, Instant at, UnaryOperator<DeviceState> how) {
        var before = current(device);
        changes.remove(device); // so that the map stays in the order of the last change
        changes.put(device, new Change(++sequence, before, how.apply(before), at));
    }

    /** Returns the number of the last change that was known at a time. */
    public synchronized long sequence(Instant time) {
        return changes.values().stream()
                .filter(change -> !change.at().isAfter(time))
                .mapToLong(Change::sequence)
                .max()
                .orElse(0);
    }

    /** Returns the devices that changed after a change, as far as it was known at a time, the oldest change first. */
    public synchronized List<Integer> since(long after, Instant time) {
        return changes.entrySet().stream()
                .filter(entry -> entry.getValue().sequence() > after)
                .filter(entry -> !entry.getValue().at().isAfter(time))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the devices that can be restored. */
    public synchronized List<Integer> restorable(Instant now) {
        return changes.entrySet().stream()
                .filter(entry -> entry.getValue().after().restorable(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    private record Change(long sequence, DeviceState before, DeviceState after, Instant at) {}
}
