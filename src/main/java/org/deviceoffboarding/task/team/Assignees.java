package org.deviceoffboarding.task.team;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.PersonNames;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.assignee.AssigneeKind;
import org.deviceoffboarding.task.TaskRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows whether something can be assigned to somebody, and what is the person's who is signed in. For services. */
@Component
public class Assignees {

    private final TeamRepository teams;
    private final KnownAssignees known;
    private final PersonNames names;
    private final CurrentActor currentActor;

    Assignees(TeamRepository teams, KnownAssignees known, PersonNames names, CurrentActor currentActor) {
        this.teams = teams;
        this.known = known;
        this.names = names;
        this.currentActor = currentActor;
    }

    /**
     * Returns the assignee under the name of now.
     *
     * @throws TaskRefusedException if it is a team that there is no more
     */
    public @Nullable Assignee known(@Nullable Assignee assignee) {
        if (assignee == null || assignee.kind() == AssigneeKind.PERSON) {
            return assignee == null ? null : named(assignee);
        }
        return teams.find(Long.parseLong(assignee.id()))
                .map(Team::asAssignee)
                .orElseThrow(() -> new TaskRefusedException(
                        "The team “" + assignee.name() + "” is no longer defined. Choose another one.",
                        TaskRefusedException.ASSIGNEE));
    }

    /** Returns a person under the name that people know them by; a team as it is. */
    public Assignee named(Assignee assignee) {
        return assignee.kind() == AssigneeKind.PERSON
                ? Assignee.person(assignee.id(), names.realName(assignee.id()).orElse(assignee.name()))
                : assignee;
    }

    /** Returns the name that people know somebody by; as it was recorded where none is known. */
    public String name(String id, String recorded) {
        return names.realName(id).orElse(recorded);
    }

    /** Returns the person signed in. */
    public Assignee self() {
        Actor actor = currentActor.get();
        return Assignee.person(actor.id(), name(actor.id(), actor.name()));
    }

    /** Returns whether it is the person signed in, or a team of theirs. */
    public boolean isOwn(Assignee assignee) {
        String person = currentActor.get().id();
        return assignee.isPerson(person)
                || assignee.kind() == AssigneeKind.TEAM && teams.isIn(Long.parseLong(assignee.id()), person);
    }

    /** Returns for each of these who can do nothing here why that is, in a few words, by ID: see {@link AssigneeService#unable}. */
    public Map<String, String> unable(Collection<Assignee> some) {
        return known.unable(some);
    }

    /** Returns who is in a team and may work on tasks, by object ID. */
    public List<String> ableMembers(Assignee team) {
        return teams.memberIds(Long.parseLong(team.id()), Roles.OPERATOR);
    }

    /** Returns the keys of the person signed in, which comes first, and of their teams. */
    public List<String> ownKeys() {
        String person = currentActor.get().id();
        return Stream.concat(
                        Stream.of(AssigneeKind.PERSON.name() + ":" + person),
                        teams.of(person).stream().map(team -> AssigneeKind.TEAM.name() + ":" + team))
                .toList();
    }
}
