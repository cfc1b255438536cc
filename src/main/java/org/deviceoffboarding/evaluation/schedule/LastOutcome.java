package org.deviceoffboarding.evaluation.schedule;

/** What was done when it was time for a run. */
public enum LastOutcome {
    /** A run was started. */
    STARTED,
    /** A run was under way already, and counts as the one that it was time for. */
    UNDER_WAY,
    /** No run was started, since what it would go by is not as it must be. */
    REFUSED,
    /** No run was started, since there is no agent. */
    NO_AGENT,
    /** No run was started again, since one was completed meanwhile. */
    DONE_MEANWHILE
}
