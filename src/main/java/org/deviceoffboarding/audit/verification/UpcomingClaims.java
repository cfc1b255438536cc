package org.deviceoffboarding.audit.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The checkpoints outside, given out as the parts of the log come to them. */
final class UpcomingClaims {

    private final OutsideCheckpoints.Reading reading;
    private @Nullable Claim next;

    UpcomingClaims(OutsideCheckpoints.Reading reading) {
        this.reading = reading;
        this.next = reading.next();
    }

    /** Returns those up to a size that were not given out before. */
    List<Claim> until(long size) {
        List<Claim> until = new ArrayList<>();
        take(size, until::add);
        return until;
    }

    /** Gives out all the others, one by one. */
    void rest(Consumer<Claim> each) {
        take(Long.MAX_VALUE, each);
    }

    private void take(long size, Consumer<Claim> each) {
        for (Claim claim = next; claim != null && claim.size() <= size; claim = next) {
            each.accept(claim);
            next = reading.next();
        }
    }
}
