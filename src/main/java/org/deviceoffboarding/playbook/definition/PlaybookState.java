package org.deviceoffboarding.playbook.definition;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A playbook as it stands now.
 *
 * @param version to change it by; a change made from another version is refused
 * @param changedAt when an owner last changed it; null while it is the default
 * @param changedBy who did; null while it is the default
 */
public record PlaybookState(
        Playbook playbook,
        long version,
        @Nullable Instant changedAt,
        @Nullable Actor changedBy) {

    static final long DEFAULT_VERSION = 0;

    /** Returns whether an owner changed it. */
    public boolean changed() {
        return changedAt != null;
    }
}
