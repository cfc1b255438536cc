package org.deviceoffboarding.inventory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which of some devices are in restricted management administrative units, and in which, as a copy of the tenant has it.
 *
 * @param units of each of these devices that is in any, by object ID, in the order of their names; none where it is not known in which
 * @param unread a sentence why not all units are known, and who does what about it; empty where all could be read
 */
public record RestrictedDevices(Map<UUID, List<RestrictedUnit>> units, String unread) {

    /** None of them is in any. */
    public static final RestrictedDevices NONE = new RestrictedDevices(Map.of(), "");

    private static final String IN_NONE_KNOWN =
            "None of the restricted units that the agent could read has it as a member.";

    public RestrictedDevices {
        units = Map.copyOf(units);
    }

    /** Returns the object IDs of those that are in any. */
    public Set<UUID> ids() {
        return units.keySet();
    }

    /** Returns the names of the units that a device is in, for people; empty where it is in none, or none is known. */
    public String names(UUID objectId) {
        return units.getOrDefault(objectId, List.of()).stream()
                .map(RestrictedUnit::name)
                .collect(Collectors.joining(", "));
    }

    /** Returns a sentence why the units of a restricted device are not known. */
    public String unknown() {
        return unread.isEmpty() ? IN_NONE_KNOWN : unread;
    }
}
