package org.deviceoffboarding.task.team;

import java.util.function.UnaryOperator;
import org.deviceoffboarding.base.assignee.Assignee;

/**
 * How much somebody has to do.
 *
 * @param open how many open tasks are assigned
 * @param unable why the person can do nothing any more, in a few words; empty where they can
 */
public record AssigneeLoad(Assignee assignee, long open, String unable) {

    AssigneeLoad named(UnaryOperator<Assignee> name) {
        return new AssigneeLoad(name.apply(assignee), open, unable);
    }

    AssigneeLoad unable(String why) {
        return new AssigneeLoad(assignee, open, why);
    }
}
