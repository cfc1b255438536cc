package org.deviceoffboarding.ask.answer;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.ask.answer.AskedMembers.Covered;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.directory.DepartmentMembers;
import org.deviceoffboarding.directory.GroupMembers;
import org.deviceoffboarding.directory.GroupMembership;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads who is in the groups and departments of a question, with the agent's identity. What was read counts for a short while: whoever
 * changes a question asks for the same group again at once.
 */
@Component
class MemberReading {

    private static final Duration COUNTS_FOR = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_KEPT = 50;

    private final AgentIdentity agent;
    private final GroupMembers groups;
    private final DepartmentMembers departments;
    private final Clock clock;
    private final Map<String, Covered> kept = new ConcurrentHashMap<>();

    MemberReading(AgentIdentity agent, GroupMembers groups, DepartmentMembers departments, Clock clock) {
        this.agent = agent;
        this.groups = groups;
        this.departments = departments;
        this.clock = clock;
    }

    /**
     * Returns who is in them.
     *
     * @throws NotAnswerableException if that cannot be told for every one
     */
    AskedMembers of(Question question) {
        if (question.where() == null) {
            return AskedMembers.NONE;
        }
        Map<String, Covered> ofGroups = new HashMap<>();
        Map<String, Covered> ofDepartments = new HashMap<>();
        for (Criterion criterion : question.where().criteria()) {
            if (criterion instanceof Criterion.Groups wanted) {
                wanted.groups().forEach(group -> ofGroups.put(group, read("group", group, this::group)));
            } else if (criterion instanceof Criterion.Texts texts && texts.type() == ConditionType.DEPARTMENT) {
                texts.patterns().forEach(name -> ofDepartments.put(name, read("department", name, this::department)));
            }
        }
        return new AskedMembers(ofGroups, ofDepartments);
    }

    private Covered read(String sort, String name, Function<String, Covered> reading) {
        String key = sort + " " + name.strip().toLowerCase(Locale.ROOT);
        @Nullable Covered known = kept.get(key);
        if (known != null && known.readAt().plus(COUNTS_FOR).isAfter(clock.instant())) {
            return known;
        }
        Covered read = soon(sort, name, () -> reading.apply(name));
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(key, read);
        return read;
    }

    private Covered group(String idOrName) {
        GroupMembership members = groups.read(idOrName, agent.tokens());
        Set<UUID> devices = new HashSet<>(members.devices());
        devices.addAll(members.ownedDevices());
        return new Covered(devices, members.userNames(), clock.instant());
    }

    private Covered department(String name) {
        DepartmentMembers.Department department = departments.read(name, agent.tokens());
        return new Covered(department.ownedDevices(), department.userNames(), clock.instant());
    }

    /** A run waits an outage out, a person who asks does not. */
    private static Covered soon(String sort, String name, Supplier<Covered> reading) {
        String what =
                "Who is in the " + sort + " '" + name + "' could not be read, and without that there is no answer. ";
        FutureTask<Covered> task = new FutureTask<>(reading::get);
        Thread.ofVirtual().name("ask-members").start(task);
        try {
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new NotAnswerableException(what + "Microsoft Graph took longer than " + PATIENCE.toSeconds()
                    + " seconds. Ask again in a while.");
        } catch (ExecutionException e) {
            throw new NotAnswerableException(what + reason(e.getCause()));
        } catch (CancellationException e) {
            throw new NotAnswerableException(what + "It was broken off.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAnswerableException(what + "It was broken off.");
        } finally {
            task.cancel(true);
        }
    }

    private static String reason(@Nullable Throwable fault) {
        if (fault instanceof GraphException refused) {
            return refused.reason();
        }
        if (fault instanceof AgentMissingException missing) {
            return String.valueOf(missing.getMessage());
        }
        if (fault instanceof RuntimeException other) {
            throw other; // a fault of the portal's own is not the tenant's
        }
        throw new IllegalStateException(fault);
    }
}
