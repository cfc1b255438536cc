package org.deviceoffboarding.evaluation.execution;

import org.deviceoffboarding.evaluation.Run;
import org.springframework.beans.factory.annotation.Autowired;

/** Carries runs out on the thread of a test of another package, which the queue would do later. */
public class RunsByHand {

    @Autowired
    private RunJob job;

    public void carryOut(Run run) {
        job.execute(run.id(), () -> false);
    }
}
