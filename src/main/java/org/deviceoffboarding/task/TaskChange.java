package org.deviceoffboarding.task;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;

/**
 * One thing that was changed of a task once.
 *
 * @param because why; empty where nobody said
 */
public record TaskChange(long id, Instant at, Actor by, TaskField what, String was, String became, String because) {}
