package org.deviceoffboarding.exception.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.inventory.DeviceRow;

/** What exceptions ask of the tenant. Whatever cannot be had is an {@link ExceptionRefusedException} with a sentence. */
interface TenantDirectory {

    /** Finds a user by object ID or user principal name, with the devices that are theirs now. */
    ExceptionTarget user(String idOrName);

    /** Finds a group by object ID or name, with what is in it now, however deep. */
    ExceptionTarget group(String idOrName);

    /** Returns the devices of a run that left Intune and were these people's there; user principal names in lower case. */
    Set<UUID> lastUsedBy(long runId, Set<String> userNames);

    /** Finds the devices of the inventory that have each of these IDs, whichever of the three it is; others are missing. */
    Map<UUID, List<DeviceRow>> devices(Collection<UUID> anyIds);
}
