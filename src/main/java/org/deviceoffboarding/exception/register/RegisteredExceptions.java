package org.deviceoffboarding.exception.register;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.exception.DeviceExceptions;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells from the register which exceptions a device falls under now. */
@Component
class RegisteredExceptions implements DeviceExceptions {

    /** What was read for exceptions that were made before the first result is kept under it. */
    static final long NO_RESULT = 0;

    private final ExceptionRepository exceptions;
    private final ExceptionMembers members;
    private final RunResults runResults;
    private final Clock clock;

    RegisteredExceptions(ExceptionRepository exceptions, ExceptionMembers members, RunResults runResults, Clock clock) {
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
        Set<UUID> ids = devices.stream().map(facts -> facts.entra().objectId()).collect(Collectors.toSet());
        PreparedExceptions prepared = new PreparedExceptions(
                exceptions.inForce(clock.instant(), ids),
                members.upTo(runResults.current().orElse(NO_RESULT)));
        return devices.stream().map(prepared::of).toList();
    }

    /** Returns the exceptions in force now, see {@link #of}. */
    @Transactional(readOnly = true)
    PreparedExceptions prepared() {
        return new PreparedExceptions(
                exceptions.inForce(clock.instant()),
                members.upTo(runResults.current().orElse(NO_RESULT)));
    }

    /** Returns another text as soon as others are in force. */
    @Transactional(readOnly = true)
    String state() {
        return exceptions.inForce(clock.instant()).stream()
                .map(exception -> Long.toString(exception.id()))
                .collect(Collectors.joining(","));
    }

    @Override
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
