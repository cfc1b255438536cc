package org.deviceoffboarding.task.team;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.assignee.AssigneeKind;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.TasksChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The teams that owners define. */
@Service
@May(Capability.READ)
public class TeamService {

    /** So many people a team takes. */
    public static final int MOST_PEOPLE = 200;

    private static final String CHANGED =
            "Somebody else changed or removed this team meanwhile. Nothing was saved: what you entered stays here; close it, look at the list, and try again.";

    private final TeamRepository teams;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TeamService(
            TeamRepository teams,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.teams = teams;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the teams that owners defined, by name. */
    @Transactional(readOnly = true)
    public List<Team> all() {
        return teams.defined();
    }

    /** @throws TaskRefusedException if the name is missing, too long or taken, or nobody is in it */
    @May(Capability.CHANGE_TEAMS)
    @Transactional
    public void define(String name, List<Assignee> people) {
        String checked = checked(name, people);
        long id = unlessTaken(() -> teams.add(checked, clock.instant()));
        teams.members(id, people);
        auditLog.record(
                currentActor.get(), new TeamAction.Defined(teams.find(id).orElseThrow()));
        events.publishEvent(new TasksChanged());
    }

    /** @throws TaskRefusedException as {@link #define}, or if somebody else changed it since it was seen */
    @May(Capability.CHANGE_TEAMS)
    @Transactional
    public void change(Team seen, String name, List<Assignee> people) {
        String checked = checked(name, people);
        Team before = teams.find(seen.id()).orElseThrow(() -> new TaskRefusedException(CHANGED));
        if (!unlessTaken(() -> teams.rename(seen, checked, clock.instant()))) {
            throw new TaskRefusedException(CHANGED);
        }
        teams.members(seen.id(), people);
        auditLog.record(
                currentActor.get(),
                new TeamAction.Changed(before, teams.find(seen.id()).orElseThrow()));
        events.publishEvent(new TasksChanged());
    }

    /**
     * Takes a team away. What is assigned to it stays so until somebody hands it over.
     *
     * @throws TaskRefusedException if somebody else changed it since it was seen
     */
    @May(Capability.CHANGE_TEAMS)
    @Transactional
    public void remove(Team seen) {
        if (!teams.remove(seen, clock.instant())) {
            throw new TaskRefusedException(CHANGED);
        }
        auditLog.record(currentActor.get(), new TeamAction.Removed(seen));
        events.publishEvent(new TasksChanged());
    }

    private static <T> T unlessTaken(Supplier<T> store) {
        try {
            return store.get();
        } catch (DuplicateKeyException e) {
            throw new TaskRefusedException("Another team has this name.", TaskRefusedException.NAME);
        }
    }

    private static String checked(String name, List<Assignee> people) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new TaskRefusedException("Give the team a name.", TaskRefusedException.NAME);
        }
        if (stripped.length() > Team.LONGEST_NAME) {
            throw new TaskRefusedException(
                    "At most " + Team.LONGEST_NAME + " characters, please.", TaskRefusedException.NAME);
        }
        if (people.isEmpty() || people.stream().anyMatch(each -> each.kind() != AssigneeKind.PERSON)) {
            throw new TaskRefusedException("Choose at least one person.", TaskRefusedException.ASSIGNEE);
        }
        if (people.size() > MOST_PEOPLE) {
            throw new TaskRefusedException(
                    "A team takes at most " + MOST_PEOPLE + " people. Use a group of Entra for more.",
                    TaskRefusedException.ASSIGNEE);
        }
        return stripped;
    }
}
