package org.deviceoffboarding.evaluation.execution;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.directory.EntraGroup;
import org.deviceoffboarding.directory.EntraUser;
import org.deviceoffboarding.directory.EntraUsers;
import org.deviceoffboarding.directory.GroupMembers;
import org.deviceoffboarding.directory.NotInEntraException;
import org.deviceoffboarding.evaluation.Lookup;
import org.deviceoffboarding.evaluation.Lookup.State;
import org.deviceoffboarding.evaluation.TenantLookups;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.inventory.KnownIds;
import org.springframework.stereotype.Component;

/** Looks up with the agent's identity. A run waits an outage out, a person who types does not. */
@Component
class AgentLookups implements TenantLookups {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final AgentIdentity agent;
    private final GroupMembers groups;
    private final EntraUsers users;
    private final KnownIds knownIds;

    AgentLookups(AgentIdentity agent, GroupMembers groups, EntraUsers users, KnownIds knownIds) {
        this.agent = agent;
        this.groups = groups;
        this.users = users;
        this.knownIds = knownIds;
    }

    @Override
    public Lookup group(String idOrName) {
        return soon(() -> {
            EntraGroup group = groups.find(idOrName, agent.tokens());
            return new Lookup(State.FOUND, "The group '" + group.name() + "' was found (" + group.id() + ").");
        });
    }

    @Override
    public Lookup user(String idOrName) {
        return soon(() -> {
            EntraUser user = users.find(idOrName, agent.tokens());
            return new Lookup(State.FOUND, "The user " + user.name() + " was found.");
        });
    }

    @Override
    public Optional<Set<UUID>> unknown(Collection<UUID> deviceIds) {
        return knownIds.unknown(deviceIds);
    }

    private static Lookup soon(Supplier<Lookup> question) {
        FutureTask<Lookup> task = new FutureTask<>(() -> asked(question));
        Thread.ofVirtual().name("lookup").start(task);
        try {
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return unanswered("Microsoft Graph gave no answer within " + PATIENCE.toSeconds() + " seconds.");
        } catch (ExecutionException | CancellationException e) {
            return unanswered("Something went wrong in the portal; its log says what.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unanswered("It was broken off.");
        } finally {
            task.cancel(true);
        }
    }

    private static Lookup asked(Supplier<Lookup> question) {
        try {
            return question.get();
        } catch (NotInEntraException e) {
            return new Lookup(State.MISSING, e.reason());
        } catch (GraphException e) {
            return unanswered(e.reason());
        } catch (AgentMissingException e) {
            return unanswered(String.valueOf(e.getMessage()));
        }
    }

    private static Lookup unanswered(String why) {
        return new Lookup(State.UNANSWERED, why);
    }
}
