package org.deviceoffboarding.task.team;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.directory.DirectoryPerson;
import org.deviceoffboarding.directory.DirectorySearch;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.task.TaskRefusedException;
import org.springframework.stereotype.Service;

/** Finds people and teams while somebody types, and says who of them can do nothing here. */
@Service
@May(Capability.READ)
public class AssigneeService {

    /** From so many letters on, Entra is asked. */
    public static final int SHORTEST = 2;

    private static final int MOST = 10;

    private final KnownAssignees known;
    private final Assignees assignees;
    private final TeamRepository teams;
    private final GroupTeams groups;
    private final DirectorySearch directory;
    private final AgentIdentity agent;
    private final Clock clock;

    AssigneeService(
            KnownAssignees known,
            Assignees assignees,
            TeamRepository teams,
            GroupTeams groups,
            DirectorySearch directory,
            AgentIdentity agent,
            Clock clock) {
        this.known = known;
        this.assignees = assignees;
        this.teams = teams;
        this.groups = groups;
        this.directory = directory;
        this.agent = agent;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param problem why Entra was not searched, a sentence; empty where it was
     */
    public record Choices(List<AssigneeChoice> all, String problem) {

        public Choices {
            all = List.copyOf(all);
        }
    }

    /**
     * Finds teams, people who work with the portal, and people and groups in Entra whose names begin so. May ask Microsoft Graph, so it
     * takes its time and holds no transaction meanwhile.
     */
    @May(Capability.WORK_TASKS)
    public Choices find(String typed) {
        String text = TextLimits.cut(typed.strip(), TextLimits.SEARCH);
        Set<AssigneeChoice> found = new LinkedHashSet<>();
        teams.named(text, MOST)
                .forEach(team -> found.add(new AssigneeChoice(
                        AssigneeChoice.Kind.TEAM,
                        Long.toString(team.id()),
                        team.name(),
                        team.entraGroup() == null ? "Team" : "Entra group")));
        found.addAll(known.named(text, Roles.OPERATOR, MOST));
        if (text.length() < SHORTEST) {
            return new Choices(List.copyOf(found), "");
        }
        return inEntra(text, found, known::unable);
    }

    /**
     * Finds people to speak of, whatever their role: first those who use the portal, then those in Entra whose names begin so. Takes its
     * time, as {@link #find}.
     */
    @May(Capability.WORK_TASKS)
    public Choices findPeople(String typed) {
        String text = TextLimits.cut(typed.strip(), TextLimits.SEARCH);
        Set<AssigneeChoice> found = new LinkedHashSet<>(known.named(text, Roles.READER, MOST));
        Choices all =
                text.length() < SHORTEST ? new Choices(List.copyOf(found), "") : inEntra(text, found, known::absent);
        return new Choices(
                all.all().stream()
                        .filter(each -> each.kind() == AssigneeChoice.Kind.PERSON)
                        .toList(),
                all.problem());
    }

    private Choices inEntra(
            String text, Set<AssigneeChoice> found, Function<Collection<Assignee>, Map<String, String>> unable) {
        try {
            DirectorySearch.Found inEntra = directory.beginningWith(text, agent.tokens());
            found.addAll(people(inEntra.people(), unable));
            inEntra.groups()
                    .forEach(group -> found.add(new AssigneeChoice(
                            AssigneeChoice.Kind.GROUP, group.id().toString(), group.name(), "Entra group")));
            return new Choices(List.copyOf(found), "");
        } catch (AgentMissingException e) {
            return new Choices(
                    List.copyOf(found),
                    "Entra is not searched, since no agent is set up: only who is known here is found.");
        } catch (GraphException e) {
            return new Choices(List.copyOf(found), "Entra could not be searched. " + e.reason());
        }
    }

    /** Each beside what keeps them from working on a task, so that it is seen before one is assigned to them. */
    private static List<AssigneeChoice> people(
            List<DirectoryPerson> all, Function<Collection<Assignee>, Map<String, String>> unable) {
        Map<String, String> reasons = unable.apply(all.stream()
                .map(person ->
                        Assignee.person(person.id().toString(), person.id().toString()))
                .toList());
        return all.stream()
                .map(person -> {
                    String id = person.id().toString();
                    String principal = Objects.requireNonNullElse(person.userPrincipalName(), id);
                    String why = reasons.getOrDefault(id, "");
                    return new AssigneeChoice(
                            AssigneeChoice.Kind.PERSON,
                            id,
                            Objects.requireNonNullElse(person.name(), principal),
                            why.isEmpty() ? principal : principal + " · " + why);
                })
                .toList();
    }

    /**
     * Returns what a choice can be assigned as. A group becomes a team here, and its people are read: that takes its time.
     *
     * @throws TaskRefusedException if a group cannot be read
     */
    @May(Capability.WORK_TASKS)
    public Assignee chosen(AssigneeChoice choice) {
        return switch (choice.kind()) {
            case PERSON -> Assignee.person(choice.id(), choice.name());
            case TEAM -> Assignee.team(Long.parseLong(choice.id()), choice.name());
            case GROUP -> groups.read(UUID.fromString(choice.id()), clock.instant());
            case NOBODY -> throw new IllegalArgumentException("Nobody is no assignee");
        };
    }

    /**
     * Returns for each of these who can do nothing here why that is, in a few words, by ID: a person lost the role, is refused the
     * sign-in by the tenant, or has never signed in here; a team is no longer defined, or has nobody with the role. Who can is missing.
     */
    public Map<String, String> unable(Collection<Assignee> some) {
        return known.unable(some);
    }

    /**
     * Returns for each of these people who is not known to have a role why nothing is sent to them, in a few words, by ID; as
     * {@link #findPeople} says it beside them.
     */
    @May(Capability.WORK_TASKS)
    public Map<String, String> untold(Collection<Assignee> some) {
        return known.untold(some);
    }

    /** Returns whether it is the person signed in, or a team of theirs. */
    public boolean isOwn(Assignee assignee) {
        return assignees.isOwn(assignee);
    }

    /** Returns who has open tasks, and how many: those who can do nothing any more first, then by name. */
    @May(Capability.WORK_TASKS)
    public List<AssigneeLoad> loads() {
        List<AssigneeLoad> all =
                known.loads().stream().map(load -> load.named(assignees::named)).toList();
        Map<String, String> unable =
                known.unable(all.stream().map(AssigneeLoad::assignee).toList());
        return all.stream()
                .map(load -> load.unable(unable.getOrDefault(load.assignee().id(), "")))
                .sorted(Comparator.comparing(
                                (AssigneeLoad load) -> load.unable().isEmpty())
                        .thenComparing(load -> load.assignee().name(), String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
