package org.deviceoffboarding.evaluation.schedule;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;

/**
 * A run that the schedule started.
 *
 * @param dueAt for when it was due
 * @param failuresBefore how often it had failed before
 * @param keepProgress whether it takes status and assignee of a suggestion over from the run before
 * @param setBy who had set the schedule
 * @param setAt when
 */
public record ScheduledRun(
        long runId, Instant dueAt, int failuresBefore, boolean keepProgress, Actor setBy, Instant setAt) {}
