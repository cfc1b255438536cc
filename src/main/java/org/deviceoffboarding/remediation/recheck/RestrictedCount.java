package org.deviceoffboarding.remediation.recheck;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deviceoffboarding.inventory.RestrictedDevices;
import org.deviceoffboarding.inventory.RestrictedUnit;

/**
 * How many devices of a request are in restricted management administrative units, and in which.
 *
 * @param devices how many are in any
 * @param byUnit how many are in each that is known; a device may be in several
 * @param inUnknown how many are in one that is not known
 * @param unknown a sentence why those are not known
 */
public record RestrictedCount(long devices, SortedMap<RestrictedUnit, Long> byUnit, long inUnknown, String unknown) {

    /** None is in any; also what nobody vouches for. */
    public static final RestrictedCount NONE = new RestrictedCount(0, Collections.emptySortedMap(), 0, "");

    public RestrictedCount {
        byUnit = Collections.unmodifiableSortedMap(new TreeMap<>(byUnit));
    }

    /** Counts some devices. */
    public static RestrictedCount of(RestrictedDevices devices) {
        return NONE.plus(devices);
    }

    RestrictedCount plus(RestrictedDevices more) {
        SortedMap<RestrictedUnit, Long> units = new TreeMap<>(byUnit);
        long notKnown = 0;
        for (Map.Entry<?, List<RestrictedUnit>> device : more.units().entrySet()) {
            device.getValue().forEach(unit -> units.merge(unit, 1L, Long::sum));
            notKnown += device.getValue().isEmpty() ? 1 : 0;
        }
        return new RestrictedCount(
                devices + more.ids().size(), units, inUnknown + notKnown, notKnown > 0 ? more.unknown() : unknown);
    }

    /** Returns whether whoever vouches for these vouches for those as well: no more devices, in no other units, as far as is known. */
    public boolean covers(RestrictedCount now) {
        return now.devices <= devices
                && now.inUnknown <= inUnknown
                && byUnit.keySet().containsAll(now.byUnit.keySet());
    }

    /** Returns the names of the units that are known. */
    public List<String> names() {
        return byUnit.keySet().stream().map(RestrictedUnit::name).toList();
    }
}
