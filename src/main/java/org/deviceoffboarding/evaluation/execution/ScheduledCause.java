package org.deviceoffboarding.evaluation.execution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why the schedule asks for a run.
 *
 * @param setBy the name of the owner who set the schedule
 * @param dueAt for when it is due
 * @param failuresBefore how often runs by the schedule failed before, one after the other
 * @param failedAt the time that failed last; null where none did
 * @param missed how many times before it came and were missed
 */
public record ScheduledCause(
        long scheduleVersion,
        String setBy,
        Instant dueAt,
        int failuresBefore,
        @Nullable Instant failedAt,
        int missed) {

    /** Returns it for people: goes on after "asked for a run, ". */
    String words() {
        return "due " + StoredTime.of(dueAt) + " by the schedule that " + setBy + " set"
                + failures()
                + switch (missed) {
                    case 0 -> "";
                    case 1 -> ", also for a time before that was missed";
                    default -> ", also for " + missed + " times before that were missed";
                };
    }

    /** Times of a close schedule come while an earlier one is tried again. */
    private String failures() {
        if (failuresBefore == 0 || failedAt == null) {
            return "";
        }
        String often = failuresBefore == 1 ? "once" : failuresBefore + " times";
        return failedAt.equals(dueAt)
                ? ", after it failed " + often
                : ", after runs by the schedule failed " + often + ", the last one due " + StoredTime.of(failedAt);
    }
}
