package org.deviceoffboarding.task.team;

import org.deviceoffboarding.base.Labelled;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.assignee.AssigneeKind;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a person can choose while typing.
 *
 * @param id a person's or a group's object ID, or a team's number
 * @param hint what tells one from others of the same name, such as the user principal name; may be empty
 */
public record AssigneeChoice(Kind kind, String id, String name, String hint) {

    /** What can be chosen. */
    public enum Kind implements Labelled {
        PERSON("Person"),
        TEAM("Team"),

        /** A group of Entra ID, which becomes a team once something is assigned to it. */
        GROUP("Entra group"),

        /** Nobody, which a person has to choose as well. */
        NOBODY("Nobody");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns the name for people. */
        @Override
        public String label() {
            return label;
        }
    }

    /** That it is to be nobody's. */
    public static final AssigneeChoice NOBODY = new AssigneeChoice(Kind.NOBODY, "", "Nobody", "");

    /** Returns the choice that stands for an assignee. */
    public static AssigneeChoice of(Assignee assignee) {
        return new AssigneeChoice(
                assignee.kind() == AssigneeKind.PERSON ? Kind.PERSON : Kind.TEAM, assignee.id(), assignee.name(), "");
    }

    /** Two choices are the same whatever they are called. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AssigneeChoice choice && choice.kind == kind && choice.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
