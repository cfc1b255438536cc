package org.deviceoffboarding.access.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the roles of this portal's sessions again in time, whether or not anything is done in them, so that pages that are only
 * looked at lose what their person may no longer see.
 */
@Component
class RoleWatch {

    /** Early enough that a tenant that is away for ten minutes ends no session. */
    static final Duration DUE = SessionChanges.ROLES_DUE;

    private static final Logger log = LoggerFactory.getLogger(RoleWatch.class);

    private final SessionRepository sessions;
    private final RoleReading roles;
    private final LocalSessions local;
    private final Clock clock;

    RoleWatch(SessionRepository sessions, RoleReading roles, LocalSessions local, Clock clock) {
        this.sessions = sessions;
        this.roles = roles;
        this.local = local;
        this.clock = clock;
    }

    /** Called every few seconds; returns when the tenant has answered for all that are due, or has not in time. */
    void look() {
        Set<UUID> here = local.ids();
        if (here.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<UUID> due = sessions.findAll(here).stream()
                .map(local::asReadHere)
                .filter(session -> session.ended() == null && !session.rolesNoOlderThan(DUE, now))
                .map(PortalSession::id)
                .toList();
        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(id -> side.execute(() -> read(id)));
        }
    }

    private void read(UUID id) {
        try {
            roles.noOlderThan(id, DUE);
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Roles of a session could not be read");
        }
    }
}
