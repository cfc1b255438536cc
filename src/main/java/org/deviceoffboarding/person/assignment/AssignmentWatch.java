package org.deviceoffboarding.person.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphPermissionMissingException;
import org.deviceoffboarding.person.PeopleChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the assignments with the agent's identity, and keeps what was read before where that fails. */
@Component
class AssignmentWatch {

    private static final String NOT_GRANTED =
            "The agent may not read to whom roles are assigned. Nothing else needs it: to let it, add the %s permission "
                    + AssignmentSource.PERMISSION
                    + " of Microsoft Graph to the app registration in Entra and grant admin consent for the tenant. The agent's"
                    + " tokens have it from the next hour on.";

    private final AgentIdentity agent;
    private final AssignmentSource source;
    private final AssignmentRepository assignments;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AssignmentWatch(
            AgentIdentity agent,
            AssignmentSource source,
            AssignmentRepository assignments,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.agent = agent;
        this.source = source;
        this.assignments = assignments;
        this.auditLog = auditLog;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Called every hour, and by an owner. Takes a network's time; no transaction is open meanwhile. */
    void look() {
        Instant began = clock.instant();
        try {
            List<RoleAssignment> read = source.read(agent.tokens());
            store(() -> assignments.replace(read, began).ifPresent(changed -> auditLog.record(Actor.PORTAL, changed)));
        } catch (AgentMissingException e) {
            store(() -> assignments.tried(began, "They are read with the agent's identity, and no agent is set up."));
        } catch (GraphPermissionMissingException e) {
            failed(began, NOT_GRANTED.formatted(agent.ofApplication() ? "application" : "delegated"), e.permission());
        } catch (GraphException e) {
            failed(began, String.valueOf(e.getMessage()), null);
        }
    }

    private void failed(Instant at, String problem, @Nullable String permission) {
        store(() -> {
            boolean known = assignments
                    .latest()
                    .filter(reading -> problem.equals(reading.problem()))
                    .isPresent();
            assignments.tried(at, problem);
            if (!known) {
                auditLog.record(Actor.PORTAL, new AssignmentAction.RolesUnread(problem, permission));
            }
        });
    }

    private void store(Runnable change) {
        transaction.executeWithoutResult(status -> {
            change.run();
            events.publishEvent(new PeopleChanged());
        });
    }
}
