package org.deviceoffboarding.exception;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.inventory.DeviceFacts;

/**
 * Tells which exceptions a device falls under now. For code that nobody need be signed in for, such as jobs; pages go by
 * {@link org.deviceoffboarding.exception.register.ExceptionService}.
 */
public interface DeviceExceptions {

    /**
     * Returns what the exceptions in force say that each device falls under, the strongest first, by its object ID. Users and
     * groups count as they were read for the newest result or, for those made since, when they were made.
     */
    Map<UUID, List<String>> sentences(Collection<DeviceFacts> devices);
}
