package org.deviceoffboarding.access.session;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Keeps the roles of sessions as young as is asked for. Whoever asks waits for the network; several who ask about the same
 * session wait for one answer. A role that is gone takes the open pages of the session with it, which are made anew.
 */
@Component
class RoleReading {

    /** How old roles may be at most, for anything at all. */
    static final Duration OLDEST = Duration.ofMinutes(15);

    private final SessionRepository sessions;
    private final TenantInquiry tenant;
    private final SessionChanges changes;
    private final SessionEnds ends;
    private final LocalSessions local;
    private final Clock clock;

    RoleReading(
            SessionRepository sessions,
            TenantInquiry tenant,
            SessionChanges changes,
            SessionEnds ends,
            LocalSessions local,
            Clock clock) {
        this.sessions = sessions;
        this.tenant = tenant;
        this.changes = changes;
        this.ends = ends;
        this.local = local;
        this.clock = clock;
    }

    /** Reads the roles of a session of this portal again, unless they are young enough. */
    RolesRead noOlderThan(UUID id, Duration age) {
        Lock lock = local.lock(id).orElse(null);
        if (lock == null) {
            return over(id, SessionOver.of(SessionEnd.CLOSED));
        }
        lock.lock();
        try {
            PortalSession session = sessions.find(id).map(local::asReadHere).orElse(null);
            if (session == null || session.ended() != null) {
                return over(
                        id,
                        session == null || session.ended() == null
                                ? SessionOver.of(SessionEnd.CLOSED)
                                : session.ended());
            }
            return session.rolesNoOlderThan(age, clock.instant()) ? current(id) : read(session);
        } finally {
            lock.unlock();
        }
    }

    private RolesRead read(PortalSession session) {
        Authentication before = local.authentication(session.id()).orElse(null);
        if (!(before instanceof OAuth2AuthenticationToken person)) {
            return over(session.id(), SessionOver.of(SessionEnd.CLOSED));
        }
        return switch (tenant.ask(session, person)) {
            case TenantAnswer.Person now -> take(session, person, now.authentication());
            case TenantAnswer.NoLonger refused -> over(session.id(), refused.how());
            case TenantAnswer.Nothing nothing ->
                session.rolesNoOlderThan(OLDEST, clock.instant())
                        ? new RolesRead.Unknown(nothing.sentence())
                        : over(session.id(), SessionOver.of(SessionEnd.ROLES_UNREAD));
        };
    }

    private RolesRead take(PortalSession session, OAuth2AuthenticationToken before, OAuth2AuthenticationToken now) {
        List<String> roles = RolesClaim.rolesOf(now.getAuthorities());
        if (!changes.rolesRead(session.id(), now)) {
            return over(session.id(), SessionOver.of(SessionEnd.CLOSED));
        }
        local.authenticate(session.id(), now);
        List<String> taken = new ArrayList<>(RolesClaim.rolesOf(before.getAuthorities()));
        taken.removeAll(roles);
        List<String> given = new ArrayList<>(roles);
        given.removeAll(RolesClaim.rolesOf(before.getAuthorities()));
        if (!given.isEmpty()) {
            changes.rolesGiven(session.person(), given);
        }
        if (!taken.isEmpty()) {
            changes.rolesTaken(session.id(), session.person(), taken);
            local.reload(session.id(), taken);
        }
        return new RolesRead.Current(now);
    }

    private RolesRead current(UUID id) {
        return local.authentication(id)
                .<RolesRead>map(RolesRead.Current::new)
                .orElseGet(() -> over(id, SessionOver.of(SessionEnd.CLOSED)));
    }

    private RolesRead over(UUID id, SessionOver how) {
        ends.end(id, how);
        return new RolesRead.Over(how);
    }
}
