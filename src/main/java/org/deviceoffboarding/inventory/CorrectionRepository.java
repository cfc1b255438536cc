package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.inventory.copy.InventoryPages;
import org.deviceoffboarding.inventory.list.ListedDevices;
import org.deviceoffboarding.inventory.table.EntraDeviceTable;
import org.deviceoffboarding.removed.VerifiedChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects copies of the tenant by what the portal did to devices. Who corrects the inventory and who replaces it exclude one
 * another, so that no correction is lost in a copy that is no longer shown.
 */
@Repository
class CorrectionRepository {

    private static final String LOCK = "(hashtextextended('inventory', 0))";

    private final JdbcClient jdbc;
    private final InventoryPages pages;
    private final ListedDevices listed;

    CorrectionRepository(JdbcClient jdbc, InventoryPages pages, ListedDevices listed) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.listed = listed;
    }

    /** Lets nobody replace the inventory until the end of the transaction. */
    void holdInventory() {
        lock("pg_advisory_xact_lock_shared");
    }

    /** Lets nobody correct the inventory until the end of the transaction, after which it may be another one. */
    void holdCorrections() {
        lock("pg_advisory_xact_lock");
    }

    private void lock(String function) {
        jdbc.sql("select " + function + LOCK).query().listOfRows();
    }

    /** Returns the devices among these that a copy has. */
    List<EntraDevice> find(long runId, Collection<UUID> objectIds) {
        return jdbc.sql("select * from entra_device where run_id = :run and object_id = any(:ids)")
                .param("run", runId)
                .param("ids", objectIds.toArray(UUID[]::new))
                .query(EntraDeviceTable::read)
                .list();
    }

    /** @param now null where Entra no longer has the device */
    @Transactional
    public void replace(long runId, UUID objectId, @Nullable EntraDevice now) {
        remove(runId, List.of(objectId));
        if (now != null) {
            pages.add(runId, EntraDeviceTable.COPY, List.of(now));
        }
        listed.renew(runId, List.of(objectId));
    }

    /** Takes devices over from another copy as they are there, which may be: not at all. */
    void takeOver(long runId, long from, Collection<UUID> objectIds) {
        remove(runId, objectIds);
        jdbc.sql(
                        "insert into entra_device (run_id, %1$s) select :run, %1$s from entra_device where run_id = :from and object_id = any(:ids)"
                                .formatted(EntraDeviceTable.COPY.columnList()))
                .param("run", runId)
                .param("from", from)
                .param("ids", objectIds.toArray(UUID[]::new))
                .update();
        listed.renew(runId, objectIds);
    }

    private void remove(long runId, Collection<UUID> objectIds) {
        jdbc.sql("delete from entra_device where run_id = :run and object_id = any(:ids)")
                .param("run", runId)
                .param("ids", objectIds.toArray(UUID[]::new))
                .update();
    }

    /**
     * Returns when the portal's changes were last compared with a copy, or else since when it was read.
     *
     * @throws IllegalStateException if there is no such copy
     */
    Instant comparedAt(long runId) {
        return jdbc.sql("select coalesce(compared_at, read_at) as at from inventory where run_id = :run")
                .param("run", runId)
                .query((row, number) -> Sql.instant(row, "at"))
                .optional()
                .orElseThrow(() -> new IllegalStateException("Run " + runId + " has read no inventory"));
    }

    /** Returns what of the portal's changes a copy was compared with, as {@link VerifiedChanges#seen} has it; nothing where it was not. */
    Optional<String> comparedWith(long runId) {
        return jdbc.sql("select compared_in::text from inventory where run_id = :run and compared_in is not null")
                .param("run", runId)
                .query(String.class)
                .optional();
    }

    void noteCompared(long runId, Instant at, String with) {
        jdbc.sql("update inventory set compared_at = :at, compared_in = cast(:with as pg_snapshot) where run_id = :run")
                .param("run", runId)
                .param("with", with)
                .param("at", Sql.timestamp(at))
                .update();
    }
}
