package org.deviceoffboarding.evaluation.schedule;

import java.time.Instant;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedValues;
import org.deviceoffboarding.evaluation.execution.StoredTime;
import org.jspecify.annotations.Nullable;

/**
 * It was time for a run by the schedule, and none was started.
 *
 * @param why of {@link LastOutcome} one by which none is
 * @param run which run goes on, or was completed meanwhile; null where there is none
 */
@AuditedAs(
        name = "schedule.passed",
        label = "Started no run by the schedule",
        meaning =
                "It was time for a run, and none was started: one was under way, one was completed meanwhile, or there was no agent.",
        details = {"dueAt: for when it was due", "why: why none was", "run: which run was under way or completed"})
@AuditedValues(field = "why", of = LastOutcome.class)
record ScheduledTimePassed(
        Instant dueAt, LastOutcome why, @Nullable Long run) implements AuditableAction {

    @Override
    public String action() {
        return "schedule.passed";
    }

    @Override
    public String subject() {
        return "schedule";
    }

    @Override
    public String summary() {
        return "Started no run for " + StoredTime.of(dueAt)
                + switch (why) {
                    case UNDER_WAY -> ": run " + run + " was under way, and counts as this one";
                    case DONE_MEANWHILE -> " again: run " + run + " was completed meanwhile";
                    case NO_AGENT -> ": no agent is set up";
                    case STARTED, REFUSED -> throw new IllegalStateException(why + " is told otherwise");
                };
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE.with("dueAt", dueAt).with("why", why).with("run", run);
    }
}
