package org.deviceoffboarding.demotenant.graph;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that found its route.
 *
 * @param arguments what stands in the place of each placeholder of the route, in order
 * @param fault what goes wrong with it on purpose
 */
record Call(
        ODataRequest request,
        String template,
        List<String> arguments,
        @Nullable Fault fault) {

    String argument() {
        return arguments.getFirst();
    }

    QueryOptions query() {
        return request.query();
    }

    boolean suffers(Fault.Kind kind) {
        return fault != null && fault.kind() == kind;
    }

    /** Returns how long reads do not show what it writes. */
    Duration unseen() {
        return fault != null && fault.kind() == Fault.Kind.DONE_LATE
                ? Duration.ofSeconds(fault.details().seconds())
                : Duration.ZERO;
    }
}
