package org.deviceoffboarding.access.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Ends what is over of this portal's sessions, while nobody asks for a page: ended by another portal, idle, or too long. */
@Component
class SessionWatch {

    private static final Duration KEPT = Duration.ofDays(7);

    private final SessionRepository sessions;
    private final SessionProperties limits;
    private final SessionEnds ends;
    private final SessionChanges changes;
    private final LocalSessions local;
    private final Clock clock;

    SessionWatch(
            SessionRepository sessions,
            SessionProperties limits,
            SessionEnds ends,
            SessionChanges changes,
            LocalSessions local,
            Clock clock) {
        this.sessions = sessions;
        this.limits = limits;
        this.ends = ends;
        this.changes = changes;
        this.local = local;
        this.clock = clock;
    }

    /** Called every few seconds. */
    void look() {
        Set<UUID> here = local.ids();
        if (here.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<UUID, PortalSession> known =
                sessions.findAll(here).stream().collect(Collectors.toMap(PortalSession::id, Function.identity()));
        for (UUID id : here) {
            PortalSession session = known.get(id);
            if (session == null) {
                ends.end(id, SessionOver.of(SessionEnd.CLOSED));
            } else {
                limits.endOf(session, now).ifPresent(by -> ends.end(id, by));
            }
        }
    }

    /** Called now and then: tidies up after portals that were killed. */
    void tidyUp() {
        Instant now = clock.instant();
        changes.tidyUp(
                now.minus(limits.idle()).minusSeconds(60),
                now.minus(limits.longest()).minusSeconds(60),
                now.minus(KEPT));
    }
}
