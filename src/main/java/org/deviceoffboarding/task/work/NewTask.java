package org.deviceoffboarding.task.work;

import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.task.TaskDetails;
import org.deviceoffboarding.task.TaskSource;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody adds.
 *
 * @param devices names by object ID, of devices that were picked; those of a suggestion or a request are its own
 */
public record NewTask(
        TaskSource source,
        Map<UUID, String> devices,
        TaskDetails details,
        @Nullable Assignee assignee) {

    public NewTask {
        devices = Map.copyOf(devices);
    }

    /** Returns one of several that have the devices together. */
    NewTask part(int number, int of) {
        String which = " (" + number + " of " + of + ")";
        TaskDetails details = this.details.checked();
        String title = TextLimits.shorten(details.title(), TaskDetails.LONGEST_TITLE - which.length());
        TaskDetails named =
                new TaskDetails(title + which, details.priority(), details.dueOn(), details.note(), details.ticket());
        return new NewTask(source, devices, named, assignee);
    }
}
