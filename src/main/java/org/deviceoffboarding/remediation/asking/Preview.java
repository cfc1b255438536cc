package org.deviceoffboarding.remediation.asking;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;

/**
 * What an action on some devices would mean, before anything is asked for.
 *
 * @param devices those that it may be asked for
 * @param refused the others, each with why
 * @param needsApproval whether a second person would have to approve it
 * @param keysMissing how many of the devices are Windows devices for which Entra keeps no BitLocker key or no LAPS password
 * @param keysNotKnown how many of them are Windows devices whose keys were not checked, or gave no clear answer
 * @param hindrance why it can't be asked for at all now, and what to do; empty if nothing hinders it
 */
public record Preview(
        Action action,
        List<DeviceSnapshot> devices,
        List<Refused> refused,
        boolean needsApproval,
        long keysMissing,
        long keysNotKnown,
        String hindrance) {

    public Preview {
        devices = List.copyOf(devices);
        refused = List.copyOf(refused);
    }

    /** A device that the action is refused for, and why, as sentences for people. The name may be empty. */
    public record Refused(UUID objectId, String name, String reason) {}

    /** Returns how many devices of each kind it may be asked for; kinds without any are missing. */
    public Map<Kind, Long> kinds() {
        return devices.stream()
                .collect(Collectors.groupingBy(
                        DeviceSnapshot::kind, () -> new EnumMap<>(Kind.class), Collectors.counting()));
    }

    /** Returns how many devices would be gone for good: those to delete that no recycle bin keeps. */
    public int finalOnes() {
        return action == Action.DELETE
                ? (int) devices.stream().filter(device -> !device.restorable()).count()
                : 0;
    }

    /** Returns how many devices to disable somebody else has disabled already: nothing is sent for them. */
    public long takenOver() {
        return action == Action.DISABLE
                ? devices.stream()
                        .filter(device -> Boolean.FALSE.equals(device.enabled()))
                        .count()
                : 0;
    }

    /** Returns the IDs of the devices that it may be asked for. */
    public List<UUID> objectIds() {
        return devices.stream().map(DeviceSnapshot::objectId).toList();
    }
}
