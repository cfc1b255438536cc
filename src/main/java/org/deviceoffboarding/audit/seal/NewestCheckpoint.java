package org.deviceoffboarding.audit.seal;

import java.util.Optional;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.springframework.stereotype.Component;

/** The newest checkpoint in the database that counts: one that a known key signed. */
@Component
public class NewestCheckpoint {

    private final CheckpointRepository checkpoints;
    private final LogOrigin origin;
    private final KnownKeys keys;

    NewestCheckpoint(CheckpointRepository checkpoints, LogOrigin origin, KnownKeys keys) {
        this.checkpoints = checkpoints;
        this.origin = origin;
        this.keys = keys;
    }

    /** Returns it; nothing where no known key ever sealed. Whatever else somebody put beside it has no say. */
    public Optional<SignedCheckpoint> get() {
        return checkpoints.newest(origin.get(), keys.readable());
    }

    /** Returns how many entries it is of; 0 where there is none. */
    long size() {
        return size(get());
    }

    /** Returns how many entries are sealed by what {@link #get} returned. */
    static long size(Optional<SignedCheckpoint> newest) {
        return newest.map(each -> each.checkpoint().size()).orElse(0L);
    }
}
