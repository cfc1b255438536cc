package org.deviceoffboarding.instruction.effect;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.directory.GroupMembership;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ManagedDevice;

/** What the Entra groups that instructions name cover, as it was read for one run. */
record GroupCovers(Map<String, Cover> groups) {

    /**
     * Devices and people, who stand for their devices.
     *
     * @param devices object IDs
     * @param userNames user principal names in lower case
     */
    record Cover(Set<UUID> devices, Set<String> userNames) {

        static Cover of(GroupMembership members) {
            Set<UUID> devices = new HashSet<>(members.devices());
            devices.addAll(members.ownedDevices());
            return new Cover(devices, members.userNames());
        }
    }

    /** Returns whether a device is in a group, or belongs to a person who is. */
    boolean covers(String group, DeviceFacts facts) {
        Cover cover = groups.get(group);
        return cover != null
                && (cover.devices().contains(facts.entra().objectId())
                        || facts.known(ManagedDevice::userPrincipalName).stream()
                                .anyMatch(user ->
                                        cover.userNames().contains(user.strip().toLowerCase(Locale.ROOT))));
    }
}
