package org.deviceoffboarding.task.team;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.assignee.Assignee;
import org.jspecify.annotations.Nullable;

/**
 * People who work together.
 *
 * @param entraGroup the group's object ID; null where an owner put the team together
 * @param members by name; of a group as they were read last
 * @param readAt when a group was read last; null before
 * @param problem why a group could not be read the last time, a sentence or two; null where it could
 * @param version rises with every change
 */
public record Team(
        long id,
        String name,
        @Nullable UUID entraGroup,
        List<Assignee> members,
        @Nullable Instant readAt,
        @Nullable String problem,
        long version) {

    /** The longest name. */
    public static final int LONGEST_NAME = 80;

    public Team {
        members = List.copyOf(members);
    }

    public Assignee asAssignee() {
        return Assignee.team(id, name);
    }
}
