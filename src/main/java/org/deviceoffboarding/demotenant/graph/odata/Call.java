package org.deviceoffboarding.demotenant.graph.odata;

import java.time.Duration;
import java.util.List;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A request that found its route.
 *
 * @param arguments what stands in the place of each placeholder of the route, in order
 * @param fault what goes wrong with it on purpose
 */
public record Call(
        ODataRequest request,
        String template,
        List<String> arguments,
        @Nullable Fault fault) {

    /** Returns what stands in the place of the only placeholder, or the first. */
    public String argument() {
        return arguments.getFirst();
    }

    public QueryOptions query() {
        return request.query();
    }

    /** Returns whether this goes wrong with it. */
    public boolean suffers(Fault.Kind kind) {
        return fault != null && fault.kind() == kind;
    }

    /** Returns how long reads do not show what it writes. */
    public Duration unseen() {
        return fault != null && fault.kind() == Fault.Kind.DONE_LATE
                ? Duration.ofSeconds(fault.details().seconds())
                : Duration.ZERO;
    }
}
