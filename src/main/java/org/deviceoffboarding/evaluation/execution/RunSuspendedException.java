package org.deviceoffboarding.evaluation.execution;

import org.jspecify.annotations.Nullable;

/** The portal stops, or the database is away: the run goes on when that is over. */
class RunSuspendedException extends RuntimeException {

    RunSuspendedException(long runId, @Nullable Throwable cause) {
        super("Run " + runId + " goes on later", cause);
    }
}
