package org.deviceoffboarding.evaluation.ui;

import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;

/** Says why a run failed, and what there is to go by instead. */
final class FailureWords {

    private FailureWords() {}

    static String of(Run run, String reason, RunService runs) {
        boolean before = !runs.completedBefore(run.id(), 1).isEmpty();
        return reason + (before ? " The result before stands." : " There was no result before.");
    }
}
