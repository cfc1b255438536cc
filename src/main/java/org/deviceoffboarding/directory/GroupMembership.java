package org.deviceoffboarding.directory;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ManagedDevice;

/**
 * Who is in a group, directly or through groups in it. People stand for their devices.
 *
 * @param devices object IDs of the devices that are members
 * @param users object IDs of the people who are members
 * @param userNames their user principal names; kept in lower case
 * @param ownedDevices object IDs of the devices that Entra registered for these people, which may have no record in
 *     Intune any more
 */
public record GroupMembership(
        EntraGroup group, Set<UUID> devices, Set<UUID> users, Set<String> userNames, Set<UUID> ownedDevices) {

    public GroupMembership {
        devices = Set.copyOf(devices);
        users = Set.copyOf(users);
        userNames = userNames.stream().map(GroupMembership::folded).collect(Collectors.toUnmodifiableSet());
        ownedDevices = Set.copyOf(ownedDevices);
    }

    /** Returns whether a device is a member, or belongs to a person who is, by Entra or by one of its Intune records, former ones too. */
    public boolean covers(DeviceFacts facts) {
        UUID id = facts.entra().objectId();
        return devices.contains(id)
                || ownedDevices.contains(id)
                || facts.known(ManagedDevice::userPrincipalName).stream()
                        .anyMatch(name -> userNames.contains(folded(name)));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
