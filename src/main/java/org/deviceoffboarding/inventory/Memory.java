package org.deviceoffboarding.inventory;

import java.time.Clock;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps of each inventory what protects devices later. Not while it is published, since that takes its time; so before another
 * copy is compared with what is remembered.
 */
@Component
class Memory {

    private final JdbcClient jdbc;
    private final FormerRecordRepository formerRecords;
    private final KnownEventRepository knownEvents;
    private final Clock clock;

    Memory(JdbcClient jdbc, FormerRecordRepository formerRecords, KnownEventRepository knownEvents, Clock clock) {
        this.jdbc = jdbc;
        this.formerRecords = formerRecords;
        this.knownEvents = knownEvents;
        this.clock = clock;
    }

    /** Remembers the inventory, unless that was done. Others who do so at the same time wait. */
    @Transactional
    public void keep() {
        jdbc.sql("""
                select run_id from inventory where published_at is not null and remembered_at is null for update
                """).query(Long.class).optional().ifPresent(this::keep);
    }

    private void keep(long runId) {
        formerRecords.remember(runId);
        knownEvents.forget(runId);
        jdbc.sql("update inventory set remembered_at = :now where run_id = :run")
                .param("now", Sql.timestamp(clock.instant()))
                .param("run", runId)
                .update();
    }
}
