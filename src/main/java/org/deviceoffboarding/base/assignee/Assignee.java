package org.deviceoffboarding.base.assignee;

import org.jspecify.annotations.Nullable;

/**
 * Who something is assigned to.
 *
 * @param id a person's object ID in Entra, or a team's number; never blank
 * @param name for people to read, as it was at the time; never blank
 */
public record Assignee(AssigneeKind kind, String id, String name) {

    public Assignee {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("An assignee needs an ID and a name, got '" + id + "', '" + name + "'");
        }
    }

    public static Assignee person(String id, String name) {
        return new Assignee(AssigneeKind.PERSON, id, name);
    }

    public static Assignee team(long id, String name) {
        return new Assignee(AssigneeKind.TEAM, Long.toString(id), name);
    }

    /** Returns what tells it from all others, whatever it is called: {@code TEAM:7}. */
    public String key() {
        return kind.name() + ":" + id;
    }

    /** Returns whether it is this person. */
    public boolean isPerson(String personId) {
        return kind == AssigneeKind.PERSON && id.equals(personId);
    }

    /** Returns whether two are the same, whatever they are called; or both nobody. */
    public static boolean same(@Nullable Assignee one, @Nullable Assignee other) {
        return one == null ? other == null : other != null && one.isSameAs(other);
    }

    /** Returns whether another one is the same, whatever they are called. */
    public boolean isSameAs(Assignee other) {
        return key().equals(other.key());
    }
}
