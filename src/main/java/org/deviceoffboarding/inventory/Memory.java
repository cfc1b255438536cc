package org.deviceoffboarding.inventory;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
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

    /** Enough for few looks at the copies, and few enough to be deleted soon. */
    private static final int FORGOTTEN_AT_ONCE = 50_000;

    /** Device IDs of what the portal disabled, as the copies of the tenant have them. */
    private static final String DISABLED_HERE = """
            select d.device_id from inventory_device d join device_disabled_here using (object_id) where d.device_id is not null""";

    /** What stays, by table; what hangs on records comes after those. */
    private static final Map<String, String> STAYS = stays();

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

    /**
     * Forgets what is remembered, but for what is known of devices that the portal disabled: they wait for what comes next.
     *
     * @return whether all that is to go is gone; not where the portal stops before
     */
    boolean forget(BooleanSupplier stopping) {
        return STAYS.entrySet().stream().allMatch(table -> forget(table.getKey(), table.getValue(), stopping));
    }

    private boolean forget(String table, String stays, BooleanSupplier stopping) {
        int forgotten;
        do {
            if (stopping.getAsBoolean()) {
                return false;
            }
            forgotten = jdbc.sql("""
                    delete from %1$s where ctid = any(array(
                        select k.ctid from %1$s k where (%2$s) is not true limit :most))
                    """.formatted(table, stays))
                    .param("most", FORGOTTEN_AT_ONCE)
                    .update();
        } while (forgotten > 0);
        return true;
    }

    private static Map<String, String> stays() {
        String own = "k.entra_device_id in (" + DISABLED_HERE + ")";
        String records =
                " in (select intune_id from known_managed_device union select intune_id from moved_managed_device)";
        Map<String, String> stays = new LinkedHashMap<>();
        stays.put("known_managed_device", own);
        stays.put("moved_managed_device", own);
        stays.put("known_autopilot_identity", own + " or k.managed_device_id" + records);
        stays.put("known_removal_event", own + " or k.intune_id" + records);
        return stays;
    }

    /** As {@link #keep}, of the copy that was the inventory until it was withdrawn. */
    @Transactional
    public void keepWithdrawn() {
        jdbc.sql("""
                select run_id from inventory where replaced_at is not null and remembered_at is null
                order by replaced_at desc limit 1 for update
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
