package org.deviceoffboarding.task;

import java.time.Instant;
import java.time.LocalDate;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;

/** Tasks that are stored nowhere, for tests. */
public final class ATask {

    private static final Actor ADA = new Actor("ada", "Ada");
    private static final Instant CREATED = Instant.parse("2026-11-01T09:00:00Z");

    private ATask() {}

    public static Task due(@Nullable LocalDate day) {
        return new Task(
                1,
                new TaskSource(TaskSource.Kind.DEVICES, null, "2 devices"),
                new TaskDetails("Look at 2 devices", TaskPriority.NORMAL, day, "", null),
                TaskStanding.begin(null, "ada", false),
                2,
                0,
                0,
                CREATED,
                ADA,
                CREATED,
                ADA,
                0);
    }
}
