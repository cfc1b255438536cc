package org.deviceoffboarding.evaluation.execution;

/** The run ended, or another process carries it out by now: whoever gets this stores nothing more. */
class RunTakenOverException extends RuntimeException {

    RunTakenOverException(long runId) {
        super("Run " + runId + " is carried out elsewhere or has ended");
    }
}
