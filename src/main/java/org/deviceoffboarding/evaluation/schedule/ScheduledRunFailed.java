package org.deviceoffboarding.evaluation.schedule;

import java.time.Instant;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.evaluation.execution.StoredTime;
import org.jspecify.annotations.Nullable;

/**
 * A run that was due by the schedule failed, or could not be started.
 *
 * @param run which; null where none could be started
 * @param failures how often by now
 * @param retryAt when it is tried again; null where it is not
 */
@AuditedAs(
        name = "schedule.failed",
        label = "Failed by the schedule",
        meaning =
                "A run that was due by the schedule failed, or could not be started. It is tried again three times, and given up then.",
        details = {
            "dueAt: for when it was due",
            "run: which run failed; none where none could be started",
            "reason: why, and what to do",
            "failures: how often by now",
            "retryAt: when it is tried again; none where it is given up"
        })
record ScheduledRunFailed(
        Instant dueAt,
        @Nullable Long run,
        String reason,
        int failures,
        @Nullable Instant retryAt) implements AuditableAction {

    @Override
    public String action() {
        return "schedule.failed";
    }

    @Override
    public String subject() {
        return "schedule";
    }

    @Override
    public String summary() {
        return (run == null ? "Could not start the run due " : "Failed in run " + run + ", due ")
                + StoredTime.of(dueAt) + ". "
                + (retryAt == null
                        ? "It is not tried again, after " + failures + " times: "
                        : "It is tried again " + StoredTime.of(retryAt) + ": ")
                + reason;
    }

    @Override
    public AuditResult result() {
        return AuditResult.FAILED;
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("dueAt", dueAt)
                .with("run", run)
                .with("reason", reason)
                .with("failures", failures)
                .with("retryAt", retryAt);
    }
}
