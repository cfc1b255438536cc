package org.deviceoffboarding.inventory.list;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tables {@code listed_device} and {@code listed_total}: what pages list of each device of a copy, with what Intune's records say of it and what earlier
 * inventories knew. Joined once for each copy, and again for each device that is corrected in it.
 */
@Component
public class ListedDevices {

    /** Where they stood is remembered for whoever reads the inventory's list to its end meanwhile, see {@link DeviceExports}. */
    private static final String REMOVED = """
            with gone as (
                delete from listed_device where run_id = :run and object_id = any(:ids)
                returning run_id, object_id, device_id, name_key, platform, ownership_kind, trust_type, enabled, last_sign_in,
                    intune_id, last_sync, serial_key, user_key),
            kept as (
                insert into relisted_device (run_id, object_id, device_id, name_key, platform, ownership_kind, trust_type, enabled,
                    last_sign_in, intune_id, last_sync, serial_key, user_key)
                select * from gone where exists (select from inventory where run_id = :run and published_at is not null))
            select count(*) from gone
            """;

    /** So many are listed anew while somebody waits for an answer. */
    private static final int AT_ONCE = 20_000;

    private final JdbcClient jdbc;
    private final CopyTables tables;
    private final TransactionTemplate transactions;
    private final ListsInTheMaking making = new ListsInTheMaking();

    ListedDevices(JdbcClient jdbc, CopyTables tables, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Lists all devices of a copy that was read to its end, in the order of their names. What is found by key meanwhile is listed, too.
     * May be repeated. Not in a transaction.
     *
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; it still is
     */
    public void make(long runId) {
        if (!tables.isAttached(runId, CopyTables.LISTED)) {
            making.make(runId, () -> fill(runId), changed -> attach(runId, changed));
        }
    }

    private void fill(long runId) {
        int devices = tables.fill(
                runId,
                CopyTables.LISTED,
                "insert into " + CopyTables.of(CopyTables.LISTED, runId) + " (" + ListedDeviceRows.COLUMNS + ") "
                        + ListedDeviceRows.ofAll().replace(":run", Long.toString(runId))
                        + " order by name_key, e.object_id");
        total(runId, devices);
        tables.vacuum(runId, CopyTables.LISTED);
        tables.index(runId, CopyTables.LISTED);
    }

    private void attach(long runId, Collection<UUID> changed) {
        transactions.executeWithoutResult(transaction -> {
            tables.attachVacuumed(runId, CopyTables.LISTED);
            relist(runId, changed);
        });
    }

    /** Counts a copy's devices once: from then on each change adds a row, so that nobody waits for another to count. */
    private void total(long runId, int devices) {
        jdbc.sql("delete from listed_total where run_id = :run or run_id not in (select run_id from inventory)")
                .param("run", runId)
                .update();
        jdbc.sql("insert into listed_total (run_id, devices) values (:run, :devices)")
                .param("run", runId)
                .param("devices", devices)
                .update();
    }

    /**
     * Lists some devices of a copy anew, by their object IDs, as they are in it now, which may be: not at all. A copy that is not listed
     * yet will have them so; while it is being listed, only what is committed counts.
     */
    @Transactional
    public void renew(long runId, Collection<UUID> objectIds) {
        if (!making.defer(runId, objectIds) && tables.isAttached(runId, CopyTables.LISTED)) {
            relist(runId, objectIds);
        }
    }

    private void relist(long runId, Collection<UUID> objectIds) {
        UUID[] ids = objectIds.toArray(UUID[]::new);
        int before = jdbc.sql(REMOVED)
                .param("run", runId)
                .param("ids", ids)
                .query(Integer.class)
                .single();
        int after = jdbc.sql(
                        "insert into listed_device (" + ListedDeviceRows.COLUMNS + ") " + ListedDeviceRows.ofSome())
                .param("run", runId)
                .param("ids", ids)
                .update();
        if (after != before) {
            jdbc.sql("""
                    insert into listed_total (run_id, devices)
                    select :run, :more where exists (select from listed_total where run_id = :run)
                    """).param("run", runId).param("more", after - before).update();
        }
    }

    /** Lists devices anew that records were found of, by their device IDs. */
    @Transactional
    public void renewByDeviceId(long runId, Collection<UUID> deviceIds) {
        renew(runId, devices("device_id = any(:ids)", runId, deviceIds));
    }

    /** Lists devices anew that records were found of, by their Intune IDs. */
    @Transactional
    public void renewByRecord(long runId, Collection<UUID> intuneIds) {
        String ofThese = "(select entra_device_id from managed_device where run_id = :run and intune_id = any(:ids))";
        renew(runId, devices("device_id in " + ofThese, runId, intuneIds));
    }

    /**
     * Fills what questions ask by where a portal of the version before left it, if that is not much; returns whether all is filled.
     * While nobody corrects the copy.
     */
    @Transactional
    public boolean complete(long runId) {
        List<UUID> left = jdbc.sql("select object_id from listed_device where run_id = :run and not asked limit :most")
                .param("run", runId)
                .param("most", AT_ONCE + 1)
                .query(UUID.class)
                .list();
        if (!left.isEmpty() && left.size() <= AT_ONCE) {
            renew(runId, left);
        }
        return left.size() <= AT_ONCE;
    }

    /** Returns whether {@link #complete} would fill it: not where too much is left. */
    public boolean canComplete(long runId) {
        return jdbc.sql(
                                "select count(*) from (select from listed_device where run_id = :run and not asked limit :most) few")
                        .param("run", runId)
                        .param("most", AT_ONCE + 1)
                        .query(Long.class)
                        .single()
                <= AT_ONCE;
    }

    /** Returns whether what questions ask by is filled for all devices of a copy. */
    public boolean isComplete(long runId) {
        return !jdbc.sql("select exists (select from listed_device where run_id = :run and not asked)")
                .param("run", runId)
                .query(Boolean.class)
                .single();
    }

    private List<UUID> devices(String condition, long runId, Collection<UUID> ids) {
        return jdbc.sql("select object_id from entra_device where run_id = :run and " + condition)
                .param("run", runId)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}
