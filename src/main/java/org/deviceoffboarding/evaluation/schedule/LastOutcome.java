package org.deviceoffboarding.evaluation.schedule;

import org.deviceoffboarding.base.Labelled;

/** What was done when it was time for a run. */
public enum LastOutcome implements Labelled {
    /** A run was started. */
    STARTED("a run was started"),
    /** A run was under way already, and counts as the one that it was time for. */
    UNDER_WAY("a run was under way"),
    /** No run was started, since what it would go by is not as it must be. */
    REFUSED("no run could be started"),
    /** No run was started, since there is no agent. */
    NO_AGENT("no agent is set up"),
    /** No run was started again, since one was completed meanwhile. */
    DONE_MEANWHILE("a run was completed meanwhile");

    private final String label;

    LastOutcome(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
