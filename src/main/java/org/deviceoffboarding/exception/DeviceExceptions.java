package org.deviceoffboarding.exception;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells which exceptions a device falls under now. For code that nobody need be signed in for, such as jobs; pages go by
 * {@link ExceptionService}.
 */
@Component
public class DeviceExceptions {

    private final ExceptionRepository exceptions;
    private final ExceptionMembers members;
    private final RunResults runResults;
    private final Clock clock;

    DeviceExceptions(ExceptionRepository exceptions, ExceptionMembers members, RunResults runResults, Clock clock) {
        this.exceptions = exceptions;
        this.members = members;
        this.runResults = runResults;
        this.clock = clock;
    }

    /**
     * Returns the exceptions in force that each device falls under, the strongest first. Users and groups count as they
     * were read for the newest result or, for those made since, when they were made.
     *
     * @return a list for each device, in the order given
     */
    @Transactional(readOnly = true)
    public List<List<DeviceException>> of(List<DeviceFacts> devices) {
        OptionalLong run = runResults.current();
        var prepared = new PreparedExceptions(
                exceptions.inForce(clock.instant()), run.isEmpty() ? Map.of() : members.of(run.getAsLong()));
        return devices.stream().map(prepared::of).toList();
    }

    /** Returns what the exceptions say that each device falls under, as {@link #of} does, by its object ID. */
    @Transactional(readOnly = true)
    public Map<UUID, List<String>> sentences(Collection<DeviceFacts> devices) {
        List<DeviceFacts> all = List.copyOf(devices);
        List<List<DeviceException>> found = of(all);
        Map<UUID, List<String>> sentences = new HashMap<>();
        for (int index = 0; index < all.size(); index++) {
            sentences.put(
                    all.get(index).entra().objectId(),
                    found.get(index).stream().map(DeviceException::sentence).toList());
        }
        return sentences;
    }
}
