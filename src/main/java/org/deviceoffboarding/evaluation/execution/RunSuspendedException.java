package org.deviceoffboarding.evaluation.execution;

import org.jspecify.annotations.Nullable;

/** The portal stops; the run goes on when it is started again. */
class RunSuspendedException extends RuntimeException {

    RunSuspendedException(long runId, @Nullable Throwable cause) {
        super("Run " + runId + " goes on when the portal is started again", cause);
    }
}
