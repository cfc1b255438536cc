package org.deviceoffboarding.remediation.request;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.Kind;

/**
 * What devices that an action is asked for are, counted.
 *
 * @param kinds how many there are of each kind; kinds without any are missing
 * @param finalOnes how many would be gone for good: those to delete that no recycle bin keeps
 * @param takenOver how many to disable somebody else has disabled already: nothing is sent for them
 * @param windows how many are Windows devices, which alone have recovery keys
 * @param keys of those to disable or delete
 */
public record DeviceTally(Map<Kind, Long> kinds, long finalOnes, long takenOver, long windows, KeyCount keys) {

    /** Of no devices. */
    public static final DeviceTally NONE = new DeviceTally(Map.of(), 0, 0, 0, KeyCount.NONE);

    public DeviceTally {
        kinds = Map.copyOf(kinds);
    }

    /** Devices that are alike in all that is counted. */
    public record Alike(
            Kind kind, Platform platform, boolean disabled, boolean restorable, KeyCount keys, long devices) {}

    /** Returns the tally of devices that an action is asked for. */
    public static DeviceTally of(Action action, Collection<Alike> all) {
        DeviceTally tally = NONE;
        for (Alike each : all) {
            tally = tally.plus(new DeviceTally(
                    Map.of(each.kind(), each.devices()),
                    action == Action.DELETE && !each.restorable() ? each.devices() : 0,
                    action == Action.DISABLE && each.disabled() ? each.devices() : 0,
                    each.platform() == Platform.WINDOWS ? each.devices() : 0,
                    action.takesAway() ? each.keys() : KeyCount.NONE));
        }
        return tally;
    }

    /** Returns the tally of these devices and others. */
    public DeviceTally plus(DeviceTally others) {
        Map<Kind, Long> both = new EnumMap<>(Kind.class);
        both.putAll(kinds);
        others.kinds.forEach((kind, devices) -> both.merge(kind, devices, Long::sum));
        return new DeviceTally(
                both,
                finalOnes + others.finalOnes,
                takenOver + others.takenOver,
                windows + others.windows,
                keys.plus(others.keys));
    }
}
