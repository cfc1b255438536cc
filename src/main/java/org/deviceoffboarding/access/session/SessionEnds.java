package org.deviceoffboarding.access.session;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends sessions, wherever their pages are. Those of another portal on the database end there within seconds. */
@Component
class SessionEnds {

    private final SessionChanges changes;
    private final LocalSessions local;

    SessionEnds(SessionChanges changes, LocalSessions local) {
        this.changes = changes;
        this.local = local;
    }

    /**
     * Ends one session; what it was ended by before stays so.
     *
     * @return whether its pages were here, and are told
     */
    boolean end(UUID id, SessionOver how) {
        changes.end(id, how);
        return local.close(id, how);
    }

    /** Ends what the tenant says is over; nothing where that names neither a session nor a person. */
    void endAll(TenantSession tenant, SessionEnd by) {
        changes.endAll(tenant, by).forEach(ended -> local.close(ended.id(), SessionOver.of(by)));
    }

    /** Ends a session that goes on as another one in the same browser, whose windows stay as they are. */
    void replace(UUID id) {
        changes.end(id, SessionOver.of(SessionEnd.REPLACED));
        local.forget(id);
    }
}
