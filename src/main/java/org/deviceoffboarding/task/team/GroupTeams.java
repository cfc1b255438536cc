package org.deviceoffboarding.task.team;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.directory.GroupPeople;
import org.deviceoffboarding.directory.NamedPeople;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.task.TaskRefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Groups of Entra ID as teams: their people are read when something is assigned to them, and each day while something is. */
@Component
public class GroupTeams {

    private static final int AT_ONCE = 20;

    private static final int MOST_PEOPLE = 1_000;

    private final AgentIdentity agent;
    private final GroupPeople groups;
    private final TeamRepository teams;
    private final TransactionTemplate transactions;

    GroupTeams(AgentIdentity agent, GroupPeople groups, TeamRepository teams, TransactionTemplate transactions) {
        this.agent = agent;
        this.groups = groups;
        this.teams = teams;
        this.transactions = transactions;
    }

    /** Reads a group, with no transaction open meanwhile, and returns the team that it is. */
    Assignee read(UUID group, Instant now) {
        try {
            NamedPeople people = groups.in(group, MOST_PEOPLE, agent.tokens());
            List<Assignee> members = members(people);
            long id = Objects.requireNonNull(transactions.execute(
                    transaction -> teams.readGroup(group, people.group().name(), members, now)));
            return Assignee.team(id, people.group().name());
        } catch (GraphException e) {
            throw new TaskRefusedException(e.reason(), TaskRefusedException.ASSIGNEE);
        } catch (AgentMissingException e) {
            throw new TaskRefusedException(String.valueOf(e.getMessage()), TaskRefusedException.ASSIGNEE);
        }
    }

    /** Reads some of the groups again that tasks are assigned to and that were read before a time. */
    public void readThoseOlderThan(Instant time, Instant now) {
        for (UUID group : teams.groupsReadBefore(time, AT_ONCE)) {
            try {
                read(group, now);
            } catch (TaskRefusedException e) { // who is in it stays as it was read before
                transactions.executeWithoutResult(transaction -> teams.unread(group, e.reason()));
            }
        }
    }

    /** @throws TaskRefusedException if they are too many: whatever is assigned to them is told to each */
    static List<Assignee> members(NamedPeople people) {
        if (people.people().size() > MOST_PEOPLE) {
            throw new TaskRefusedException(
                    "The group “" + people.group().name()
                            + "” has more than 1,000 people. Nobody would feel meant: choose a smaller group, or a team.",
                    TaskRefusedException.ASSIGNEE);
        }
        return people.people().stream()
                .map(person -> Assignee.person(
                        person.id().toString(),
                        person.name() != null
                                ? person.name()
                                : Objects.requireNonNullElse(
                                        person.userPrincipalName(), person.id().toString())))
                .toList();
    }
}
