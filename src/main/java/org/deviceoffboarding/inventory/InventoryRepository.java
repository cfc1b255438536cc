package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The copies of the tenant, one for each run, and what is remembered from one to the next. */
@Repository
class InventoryRepository {

    private final JdbcClient jdbc;
    private final KnownEventRepository knownEvents;

    InventoryRepository(JdbcClient jdbc, KnownEventRepository knownEvents) {
        this.jdbc = jdbc;
        this.knownEvents = knownEvents;
    }

    /** Begins a copy, or goes on with it; returns since when removals count in it. */
    @Transactional
    public Instant begin(long runId, Instant removedSince, Instant now) {
        jdbc.sql("""
                insert into inventory (run_id, removed_since, read_at) values (:run, :since, :now)
                on conflict do nothing
                """)
                .param("run", runId)
                .param("since", Sql.timestamp(removedSince))
                .param("now", Sql.timestamp(now))
                .update();
        return jdbc.sql("select removed_since from inventory where run_id = :run")
                .param("run", runId)
                .query((row, number) -> Sql.instant(row, "removed_since"))
                .single();
    }

    Map<InventorySource, Long> finishedSources(long runId) {
        var finished = new EnumMap<InventorySource, Long>(InventorySource.class);
        jdbc.sql("select source, row_count from inventory_source where run_id = :run")
                .param("run", runId)
                .query(row -> {
                    finished.put(InventorySource.valueOf(row.getString("source")), row.getLong("row_count"));
                });
        return finished;
    }

    /**
     * Notes that a source was read to its end.
     *
     * @param rows how many objects are kept of it
     * @param read how many rows Graph sent for them
     */
    void finish(long runId, InventorySource source, long rows, long read, Instant now) {
        jdbc.sql("""
                insert into inventory_source (run_id, source, row_count, read_count, finished_at)
                values (:run, :source, :rows, :read, :now) on conflict do nothing
                """)
                .param("run", runId)
                .param("source", source.name())
                .param("rows", rows)
                .param("read", read)
                .param("now", Sql.timestamp(now))
                .update();
    }

    /**
     * Completes a copy that was read to its end: events that were ever read count though the list lacks them now, those
     * that name only an Intune ID get the device ID known for it, and what earlier inventories held and this one does not
     * becomes an event. May be repeated.
     */
    @Transactional
    public void settle(long runId) {
        knownEvents.add(runId);
        for (String devices : List.of("managed_device d where d.run_id = :run and", "known_managed_device d where")) {
            jdbc.sql("update removal_event e set entra_device_id = d.entra_device_id from " + devices + """
                     d.intune_id = e.intune_id and d.entra_device_id is not null
                      and e.run_id = :run and e.entra_device_id is null
                    """)
                    .param("run", runId)
                    .update();
        }
        knownEvents.learn(runId);
        jdbc.sql("""
                insert into removal_event (run_id, event_id, part, kind, source, at, success, entra_device_id, intune_id,
                                           device_name)
                select i.run_id, 'gone-' || k.intune_id, 0, 'GONE', 'INVENTORY', coalesce(k.gone_at, i.read_at), true,
                       k.entra_device_id, k.intune_id, k.device_name
                from inventory i cross join known_managed_device k
                where i.run_id = :run and k.entra_device_id is not null
                  and coalesce(k.gone_at, i.read_at) >= i.removed_since
                  and not exists (select from managed_device m where m.run_id = i.run_id and m.intune_id = k.intune_id)
                on conflict do nothing
                """).param("run", runId).update();
    }

    /** Forgets that managed devices are gone which Intune turned out to have; returns the device IDs that this was said of. */
    List<UUID> withdrawGone(long runId) {
        return jdbc.sql("""
                delete from removal_event e
                where e.run_id = :run and e.kind = 'GONE'
                  and exists (select from managed_device m where m.run_id = e.run_id and m.intune_id = e.intune_id)
                returning e.entra_device_id
                """).param("run", runId).query(UUID.class).list();
    }

    InventoryCounts counts(long runId) {
        return jdbc.sql("""
                select (select count(*) from entra_device where run_id = :run) entra_devices,
                       (select count(*) from managed_device where run_id = :run) managed_devices,
                       (select count(*) from autopilot_identity where run_id = :run) autopilot_identities,
                       (select count(*) from removal_event where run_id = :run) removal_events
                """)
                .param("run", runId)
                .query((row, number) -> new InventoryCounts(
                        row.getLong("entra_devices"),
                        row.getLong("managed_devices"),
                        row.getLong("autopilot_identities"),
                        row.getLong("removal_events")))
                .single();
    }

    OptionalLong published() {
        return jdbc.sql("select run_id from inventory where published_at is not null")
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Returns those of these devices that the copy that is shown has as restricted. */
    Set<UUID> restricted(Collection<UUID> objectIds) {
        return Set.copyOf(jdbc.sql("""
                select object_id from entra_device
                where run_id = (select run_id from inventory where published_at is not null)
                  and management_restricted and object_id = any(:ids)
                """)
                .param("ids", objectIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** Makes a copy the one that is shown. The one before it stays, for whoever still reads it. */
    void publish(long runId, Instant now) {
        jdbc.sql(
                        "update inventory set published_at = null, replaced_at = :now where published_at is not null and run_id <> :run")
                .param("run", runId)
                .param("now", Sql.timestamp(now))
                .update();
        int published = jdbc.sql("update inventory set published_at = :now, replaced_at = null where run_id = :run")
                .param("run", runId)
                .param("now", Sql.timestamp(now))
                .update();
        if (published == 0) {
            throw new IllegalStateException("Run " + runId + " has read no inventory");
        }
    }

    /** Lets no copy be shown any more. */
    void withdraw(Instant now) {
        jdbc.sql("update inventory set published_at = null, replaced_at = :now where published_at is not null")
                .param("now", Sql.timestamp(now))
                .update();
    }

    /** Returns whether any copy is known. */
    boolean any() {
        return jdbc.sql("select exists (select from inventory)")
                .query(Boolean.class)
                .single();
    }

    /** Forgets the copies of all runs but one that is shown. */
    @Transactional
    public void forgetAll() {
        forgetWhere("run_id > :run and published_at is null", 0);
        jdbc.sql("delete from listed_total where run_id not in (select run_id from inventory)")
                .update();
    }

    /** Forgets the copy of one run, whose tables then may go. */
    @Transactional
    public void forget(long runId) {
        forgetWhere("run_id = :run", runId);
    }

    /** Forgets the copies of all earlier runs but the one that this run's replaced. */
    @Transactional
    public void forgetBefore(long runId) {
        forgetWhere("""
                run_id < :run and run_id is distinct from (
                    select run_id from inventory where run_id < :run and replaced_at is not null
                    order by replaced_at desc, run_id desc limit 1)
                """, runId);
    }

    private void forgetWhere(String condition, long runId) {
        jdbc.sql("delete from inventory_source where run_id in (select run_id from inventory where " + condition + ")")
                .param("run", runId)
                .update();
        jdbc.sql("delete from relisted_device where run_id in (select run_id from inventory where " + condition + ")")
                .param("run", runId)
                .update();
        jdbc.sql("delete from inventory where " + condition).param("run", runId).update();
    }

    /** Returns whether a run's copy is still known. */
    boolean has(long runId) {
        return jdbc.sql("select exists (select from inventory where run_id = :run)")
                .param("run", runId)
                .query(Boolean.class)
                .single();
    }
}
