package org.deviceoffboarding.audit.seal;

import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes which rows the sealer does not seal, and tells of each once. */
@Repository
class RefusedEntries {

    private static final Logger log = LoggerFactory.getLogger(RefusedEntries.class);

    private final JdbcClient jdbc;
    private final AuditLog auditLog;
    private final Clock clock;

    RefusedEntries(JdbcClient jdbc, AuditLog auditLog, Clock clock) {
        this.jdbc = jdbc;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** Adds rows that wait, unless somebody added them already: they wait no more. */
    void note(List<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    insert into audit_refused (entry_id, at) select id, :at from unnest(:ids) id on conflict do nothing
                    """)
                    .param("ids", ids.toArray(Long[]::new))
                    .param("at", Sql.timestamp(clock.instant()))
                    .update();
        }
    }

    /** Tells of rows, in the order of their IDs, that are noted and were taken from those that wait. */
    void tell(List<Long> ids) {
        if (!ids.isEmpty()) {
            auditLog.record(Actor.PORTAL, new EntriesRefused(ids));
            log.atError()
                    .addKeyValue("rows", ids.size())
                    .addKeyValue("first", ids.getFirst())
                    .log("The audit log has rows whose hash is not that of what they say: they are not sealed");
        }
    }
}
