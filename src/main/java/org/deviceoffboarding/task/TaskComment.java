package org.deviceoffboarding.task;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.assignee.Assignee;

/**
 * What somebody said about a task.
 *
 * @param mentioned the people who are spoken of, and told
 */
public record TaskComment(long id, Instant at, Actor by, String text, List<Assignee> mentioned) {

    /** The longest text. */
    public static final int LONGEST = 4_000;

    public TaskComment {
        mentioned = List.copyOf(mentioned);
    }
}
