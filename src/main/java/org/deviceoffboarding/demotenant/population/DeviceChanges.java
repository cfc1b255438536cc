package org.deviceoffboarding.demotenant.population;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every write on top of the computed devices, each device with all of its own. Holds only devices that somebody wrote
 * to. Safe for many threads.
 */
public final class DeviceChanges {

    private final Map<Integer, List<Step>> byDevice = new HashMap<>();
    private final ChangesFile file;
    private long sequence;
    private volatile Duration lag = Duration.ZERO;

    DeviceChanges(ChangesFile file) {
        this.file = file;
        file.kept().forEach(kept -> apply(kept.device(), kept.write()));
    }

    /** Lets lists of devices not know of what was written in so long a time; single reads always do. */
    public void letListsLag(Duration behind) {
        lag = behind;
    }

    /** Returns how long lists do not know of what was written. */
    public Duration lag() {
        return lag;
    }

    /** Lets reads show all that was written so far. */
    public synchronized void showAll() {
        byDevice.values().forEach(steps -> steps.replaceAll(Step::shown));
    }

    /** Returns how a device is, whether or not reads show it already. */
    public synchronized ChangedState current(int device) {
        return asOf(device, Instant.MAX);
    }

    /** Returns how a device was seen to be at a time, as a read that lags behind shows it. */
    public synchronized ChangedState asOf(int device, Instant time) {
        var step = lastSeen(byDevice.get(device), time);
        return step == null ? ChangedState.UNCHANGED : step.state();
    }

    /** Writes to a device, unless it is not there to be written to: returns whether it was. */
    public synchronized boolean write(int device, DeviceWrite write) {
        if (!current(device).allows(write)) {
            return false;
        }
        file.add(device, write);
        apply(device, write);
        return true;
    }

    /** Returns all writes to a device, the oldest first. */
    public synchronized List<DeviceWrite> history(int device) {
        return byDevice.getOrDefault(device, List.of()).stream()
                .map(Step::write)
                .toList();
    }

    /** Returns the devices that somebody wrote to. */
    public synchronized Set<Integer> devices() {
        return Set.copyOf(byDevice.keySet());
    }

    /** Returns the number of the last write up to which all were seen at a time. */
    public synchronized long sequence(Instant time) {
        return byDevice.values().stream()
                .flatMap(Collection::stream)
                .filter(step -> !step.seenAt(time))
                .mapToLong(step -> step.sequence() - 1)
                .min()
                .orElse(sequence);
    }

    /** Returns the devices of the writes after one, as far as they were seen at a time, the oldest last write first. */
    public synchronized List<Integer> since(long after, Instant time) {
        var found = new TreeMap<Long, Integer>();
        byDevice.forEach((device, steps) -> {
            var step = lastSeen(steps, time);
            if (step != null && step.sequence() > after) {
                found.put(step.sequence(), device);
            }
        });
        return List.copyOf(found.values());
    }

    /** Returns the devices that can be restored, as far as reads show it. */
    public synchronized List<Integer> restorable(Instant now) {
        return byDevice.keySet().stream()
                .filter(device -> asOf(device, now).restorable(now))
                .toList();
    }

    private void apply(int device, DeviceWrite write) {
        var after = current(device).after(write);
        byDevice.computeIfAbsent(device, first -> new ArrayList<>(1)).add(new Step(++sequence, write, after));
    }

    private static @Nullable Step lastSeen(@Nullable List<Step> steps, Instant time) {
        if (steps != null) {
            for (Step step : steps.reversed()) {
                if (step.seenAt(time)) {
                    return step;
                }
            }
        }
        return null;
    }

    private record Step(long sequence, DeviceWrite write, ChangedState state) {
        Step shown() {
            return new Step(sequence, write.shown(), state);
        }

        boolean seenAt(Instant time) {
            return !write.seenFrom().isAfter(time);
        }
    }
}
