package org.deviceoffboarding.evaluation.execution;

import java.time.Instant;

/**
 * Why the schedule asks for a run.
 *
 * @param setBy the name of the owner who set the schedule
 * @param dueAt for when it is due
 * @param failuresBefore how often it failed before
 * @param missed how many times before it came and were missed
 */
public record ScheduledCause(long scheduleVersion, String setBy, Instant dueAt, int failuresBefore, int missed) {

    /** Returns it for people: goes on after "asked for a run, ". */
    String words() {
        return "due " + StoredTime.of(dueAt) + " by the schedule that " + setBy + " set"
                + switch (failuresBefore) {
                    case 0 -> "";
                    case 1 -> ", after it failed once";
                    default -> ", after it failed " + failuresBefore + " times";
                }
                + switch (missed) {
                    case 0 -> "";
                    case 1 -> ", also for a time before that was missed";
                    default -> ", also for " + missed + " times before that were missed";
                };
    }
}
