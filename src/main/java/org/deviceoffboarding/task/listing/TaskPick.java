package org.deviceoffboarding.task.listing;

import java.time.LocalDate;
import java.util.List;

/**
 * What a filter picks, for one person and on one day: what an export goes on with.
 *
 * @param ownKeys of the assignees that the person is, and whose teams they are in; the person first
 */
public record TaskPick(TaskFilter filter, List<String> ownKeys, LocalDate today) {

    public TaskPick {
        ownKeys = List.copyOf(ownKeys);
    }

    String person() {
        return ownKeys.getFirst();
    }

    List<String> teams() {
        return ownKeys.subList(1, ownKeys.size());
    }
}
