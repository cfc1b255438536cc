package org.deviceoffboarding.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Work on devices that a person or a team takes on.
 *
 * @param devices how many it is about
 * @param settled with how many of them nothing is left to do: disabled, gone, or back in Intune
 * @param devicesVersion rises whenever some of them are found to be something else
 * @param updatedBy who changed it last
 * @param version rises with every change; a change made from an older version is refused
 */
public record Task(
        long id,
        TaskSource source,
        TaskDetails details,
        TaskStanding standing,
        int devices,
        int settled,
        long devicesVersion,
        Instant createdAt,
        Actor createdBy,
        Instant updatedAt,
        Actor updatedBy,
        long version) {

    /** So many whole days after the end of its last day a task that nobody did expires. */
    public static final int DAYS_UNTIL_EXPIRY = 30;

    public TaskStatus status() {
        return standing.status();
    }

    public String title() {
        return details.title();
    }

    /** Returns whether all of its devices are done, though it is still open: there is nothing left but to complete it. */
    public boolean isDone() {
        return devices > 0 && settled == devices && (status() == TaskStatus.PENDING || status() == TaskStatus.ACTIVE);
    }

    /** Returns whether its devices are what they were for whoever saw it so. */
    public boolean hasDevicesOf(Task seen) {
        return devicesVersion == seen.devicesVersion;
    }

    /** Returns the same with other details. */
    public Task with(TaskDetails other) {
        return with(other, standing);
    }

    /** Returns the same, standing elsewhere. */
    public Task with(TaskStanding other) {
        return with(details, other);
    }

    private Task with(TaskDetails details, TaskStanding standing) {
        return new Task(
                id,
                source,
                details,
                standing,
                devices,
                settled,
                devicesVersion,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy,
                version);
    }

    /** Returns it as it is open again; a last day that is over would let it expire at once, so it has none then. */
    public Task reopened(LocalDate today) {
        LocalDate due = details.dueOn();
        return with(standing.reopened()).with(details.due(due != null && due.isBefore(today) ? null : due));
    }

    /**
     * Returns the day with whose beginning it has expired, unless it is done before: its last day counts to the end, as do those after it.
     * Null where it has no last day.
     */
    public @Nullable LocalDate expiresOn() {
        return details.dueOn() == null ? null : details.dueOn().plusDays(DAYS_UNTIL_EXPIRY + 1L);
    }

    /** Returns the day that it is now for tasks: in UTC, the same for everybody. */
    public static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
