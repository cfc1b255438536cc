package org.deviceoffboarding.access.session;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.access.PersonRefused;
import org.deviceoffboarding.access.PersonSeen;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores what becomes of sessions, with its audit entry and what it says about the person. What ends a session, or takes roles, is
 * stored in a transaction of its own.
 */
@Component
class SessionChanges {

    /** How old roles become before they are read again, whether or not anything is done in a session. */
    static final Duration ROLES_DUE = Duration.ofMinutes(5);

    private final SessionRepository sessions;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TransactionTemplate callers;
    private final Clock clock;

    SessionChanges(
            SessionRepository sessions,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sessions = sessions;
        this.auditLog = auditLog;
        this.events = events;
        this.callers = new TransactionTemplate(transactions);
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Stores a session that just began. */
    void begin(PortalSession session, TenantSession tenant, OAuth2AuthenticationToken person) {
        callers.executeWithoutResult(status -> {
            sessions.add(session, tenant, RolesClaim.rolesOf(person.getAuthorities()));
            publish(person, session.startedAt(), true);
        });
    }

    /** Stores who the tenant says that the person is now; returns whether the session still goes on. */
    boolean rolesRead(UUID id, OAuth2AuthenticationToken person) {
        Instant now = clock.instant();
        return callers.execute(status -> {
            boolean goesOn = sessions.rolesRead(id, RolesClaim.rolesOf(person.getAuthorities()), now);
            publish(person, now, false);
            return goesOn;
        });
    }

    /** Ends a session, unless it has ended. */
    void end(UUID id, SessionOver how) {
        store(() -> record(sessions.end(id, how, clock.instant()).stream().toList(), how));
    }

    /** Ends a session whose browser stayed away, unless it has ended: its person did not sign out. */
    void endUnattended(UUID id) {
        store(() -> sessions.end(id, SessionOver.of(SessionEnd.CLOSED), clock.instant())
                .ifPresent(this::noteUnattended));
    }

    /** Ends what no portal ended, such as one that was killed, and forgets what ended long ago. */
    void tidyUp(Instant usedBefore, Instant startedBefore, Instant endedBefore) {
        store(() -> sessions.tidyUp(usedBefore, startedBefore, endedBefore, clock.instant())
                .forEach(this::noteUnattended));
    }

    private void noteUnattended(PortalSession ended) {
        auditLog.record(
                Actor.PORTAL, new SessionAction.SessionEnded(ended.person(), SessionOver.of(SessionEnd.CLOSED)));
    }

    /** Ends what belongs to a session with the tenant or, where it names none, all sessions of a person; returns which. */
    List<PortalSession> endAll(TenantSession tenant, SessionEnd by) {
        return transaction.execute(status -> {
            List<PortalSession> ended = sessions.endAll(tenant, by, clock.instant());
            record(ended, SessionOver.of(by));
            return ended;
        });
    }

    void rolesGiven(Actor person, Collection<String> given) {
        store(() -> auditLog.record(Actor.PORTAL, new SessionAction.RolesGiven(person, given)));
    }

    /** What the person lost in one session they lost in the others: those are read again at the next look, too. */
    void rolesTaken(UUID id, Actor person, Collection<String> taken) {
        store(() -> {
            sessions.readOthersAgain(
                    id, person.id(), clock.instant().minus(ROLES_DUE).minusSeconds(1));
            auditLog.record(Actor.PORTAL, new SessionAction.RolesTaken(person, taken));
        });
    }

    private void publish(OAuth2AuthenticationToken person, Instant at, boolean signedIn) {
        OidcUser user = (OidcUser) requireNonNull(person.getPrincipal());
        events.publishEvent(new PersonSeen(
                requireNonNull(CurrentActor.of(person)),
                user.getFullName(),
                user.getEmail(),
                RolesClaim.rolesOf(person.getAuthorities()),
                at,
                signedIn));
    }

    private void record(List<PortalSession> ended, SessionOver how) {
        if (how.shutsOut()) {
            ended.forEach(
                    each -> events.publishEvent(new PersonRefused(each.person().id(), clock.instant())));
        }
        if (how.by() != SessionEnd.CLOSED) { // who signed out, and whose browser stayed away, is recorded elsewhere
            ended.forEach(each -> auditLog.record(Actor.PORTAL, new SessionAction.SessionEnded(each.person(), how)));
        }
    }

    /** After the caller's own transaction: this one needs a connection of its own, which nobody who holds one should wait for. */
    private void store(Runnable change) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    transaction.executeWithoutResult(own -> change.run());
                }
            });
        } else {
            transaction.executeWithoutResult(own -> change.run());
        }
    }
}
