package org.deviceoffboarding.inventory;

import static org.deviceoffboarding.inventory.InventorySource.AUTOPILOT_IDENTITIES;
import static org.deviceoffboarding.inventory.InventorySource.ENTRA_DEVICES;
import static org.deviceoffboarding.inventory.InventorySource.MANAGED_DEVICES;
import static org.deviceoffboarding.inventory.InventorySource.REMOVAL_EVENTS;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.ParallelTasks;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.UndisturbedTokens;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.deviceoffboarding.inventory.copy.InventoryPages;
import org.deviceoffboarding.inventory.list.ListedDevices;
import org.deviceoffboarding.inventory.table.AutopilotIdentityTable;
import org.deviceoffboarding.inventory.table.EntraDeviceTable;
import org.deviceoffboarding.inventory.table.ManagedDeviceTable;
import org.deviceoffboarding.inventory.table.RemovalEventTable;
import org.deviceoffboarding.inventory.unit.RestrictedUnits;
import org.deviceoffboarding.removed.VerifiedChange;
import org.deviceoffboarding.removed.VerifiedChanges;
import org.springframework.stereotype.Component;

/** Reads the tenant into a copy of its own for each run. No database connection is held while Graph answers. */
@Component
public class InventoryReader {

    private final Graph graph;
    private final InventoryPages pages;
    private final CopyTables tables;
    private final ListedDevices listed;
    private final Memory memory;
    private final InventoryRepository inventories;
    private final RemovalEvents removalEvents;
    private final KeyedLookup lookup;
    private final LiveDevices live;
    private final CorrectionRepository corrections;
    private final RestrictedUnits units;
    private final VerifiedChanges changes;
    private final Clock clock;

    InventoryReader(
            Graph graph,
            InventoryPages pages,
            CopyTables tables,
            ListedDevices listed,
            Memory memory,
            InventoryRepository inventories,
            RemovalEvents removalEvents,
            KeyedLookup lookup,
            LiveDevices live,
            CorrectionRepository corrections,
            RestrictedUnits units,
            VerifiedChanges changes,
            Clock clock) {
        this.graph = graph;
        this.pages = pages;
        this.tables = tables;
        this.listed = listed;
        this.memory = memory;
        this.inventories = inventories;
        this.removalEvents = removalEvents;
        this.lookup = lookup;
        this.live = live;
        this.corrections = corrections;
        this.units = units;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Reads the four sources side by side, page by page. Sources that were finished for this run before a restart are
     * not read again, the others start anew.
     *
     * @param removedSince from when on removals count; on a restart the first call's value holds
     * @param tokens asked from several threads
     * @param listener called from several threads
     * @throws org.deviceoffboarding.graph.GraphException if a source cannot be read; the others are then stopped
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; it still is
     */
    public void read(long runId, Instant removedSince, AccessTokens tokens, ReadingListener listener) {
        Instant since = inventories.begin(runId, removedSince, clock.instant());
        Map<InventorySource, Long> finished = inventories.finishedSources(runId);
        finished.forEach(listener::finished);
        tables.make(runId);
        var together = new ParallelTasks();
        together.run(sources(since).stream()
                .<Runnable>map(source -> () -> {
                    if (!finished.containsKey(source.source())) {
                        read(runId, source, tokens, together, listener);
                    }
                    together.undisturbed(
                            () -> tables.attach(runId, source.table().name()));
                })
                .toList());
        listener.doing("remembers what the inventory before had");
        memory.keep();
        listener.doing("looks for records that Intune has no longer");
        inventories.settle(runId);
    }

    /**
     * Lists the devices of a copy that was read to its end for whoever looks at it later, which takes its time: it may be judged and {@linkplain
     * #confirm asked for} meanwhile. May be repeated. Not in a transaction.
     *
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; it still is
     */
    public void list(long runId) {
        listed.make(runId);
    }

    /**
     * Reads in which restricted administrative units devices are, into a copy that was read to its end. Where that can't be read the
     * copy says why, which is no failure. What was read before a restart is not read again.
     */
    public void readUnits(long runId, AccessTokens tokens) {
        units.read(runId, tokens);
    }

    /**
     * Asks Intune by key for each device ID, 20 to a request, since its list can miss records. What it has is added to
     * the run's copy.
     *
     * @param deviceIds see {@link EntraDevice#deviceId()}
     * @param answered is told how many more were asked for, from several threads
     * @return those that Intune does have
     * @throws org.deviceoffboarding.graph.GraphException if it could not be found out for every one
     */
    public Set<UUID> confirm(long runId, Collection<UUID> deviceIds, AccessTokens tokens, IntConsumer answered) {
        return lookup.confirm(runId, deviceIds, tokens, answered);
    }

    /**
     * Asks Intune for each record by its Intune ID, 20 to a request: one that earlier inventories knew may be there with
     * another device ID, or without one. What there is is added to the run's copy.
     *
     * @param answered is told how many more were asked for, from several threads
     * @return the Intune IDs of those that Intune does have
     * @throws org.deviceoffboarding.graph.GraphException if it could not be found out for every one
     */
    public Set<UUID> confirmRecords(long runId, Collection<UUID> intuneIds, AccessTokens tokens, IntConsumer answered) {
        return intuneIds.isEmpty() ? Set.of() : lookup.confirmRecords(runId, intuneIds, tokens, answered);
    }

    /**
     * Compares a copy that was read to its end with what the portal did to devices since, or within the hour before: where
     * they differ, Entra may have shown it late, and the device is read again by its ID. May be repeated.
     *
     * @throws org.deviceoffboarding.graph.GraphException if a device could not be read
     */
    public void compare(long runId, AccessTokens tokens) {
        Instant now = clock.instant();
        String seen =
                changes.seen(); // before they are looked at: what is stored meanwhile comes with the copy as it is
        // published
        List<UUID> doubtful = doubtful(runId);
        Map<UUID, EntraDevice> read = doubtful.isEmpty() ? Map.of() : live.inEntra(doubtful, tokens);
        doubtful.forEach(device -> corrections.replace(runId, device, read.get(device)));
        corrections.noteCompared(runId, now, seen);
    }

    private List<UUID> doubtful(long runId) {
        List<VerifiedChange> lately =
                changes.since(corrections.comparedAt(runId).minus(LiveDevices.SHOWN_LATE));
        Map<UUID, EntraDevice> read =
                corrections
                        .find(
                                runId,
                                lately.stream().map(VerifiedChange::objectId).toList())
                        .stream()
                        .collect(Collectors.toMap(EntraDevice::objectId, Function.identity()));
        return lately.stream()
                .filter(change -> !LiveDevices.agrees(change, read.get(change.objectId())))
                .map(VerifiedChange::objectId)
                .toList();
    }

    private <R, T> void read(
            long runId,
            SourceReading<R, T> source,
            AccessTokens tokens,
            ParallelTasks together,
            ReadingListener listener) {
        try (var stored = new PageWriter<>(runId, source, pages, tables, together, listener)) {
            stored.restarted();
            // A new refresh token is in the tenant's answer only: what waits for it must not be interrupted.
            graph.readAll(source.collection(), new UndisturbedTokens(tokens, together), stored);
            stored.finish();
            listener.doing("puts " + source.source().inText() + " in order");
            long rows = together.undisturbed(() -> finish(runId, source, stored));
            listener.finished(source.source(), rows);
        }
    }

    private long finish(long runId, SourceReading<?, ?> source, PageWriter<?, ?> stored) {
        long rows = tables.distinct(runId, source.table());
        inventories.finish(runId, source.source(), rows, stored.read(), clock.instant());
        return rows;
    }

    private List<SourceReading<?, ?>> sources(Instant removedSince) {
        return List.of(
                new SourceReading<>(
                        ENTRA_DEVICES,
                        EntraDeviceRow.COLLECTION,
                        (row, page) -> List.of(row.toDevice(SourceReading.idOf(row.id(), ENTRA_DEVICES, page))),
                        EntraDeviceTable.COPY),
                new SourceReading<>(
                        MANAGED_DEVICES,
                        ManagedDeviceRow.COLLECTION,
                        (row, page) -> List.of(row.toDevice(SourceReading.idOf(row.id(), MANAGED_DEVICES, page))),
                        ManagedDeviceTable.COPY),
                new SourceReading<>(
                        AUTOPILOT_IDENTITIES,
                        AutopilotIdentityRow.COLLECTION,
                        (row, page) ->
                                List.of(row.toIdentity(SourceReading.idOf(row.id(), AUTOPILOT_IDENTITIES, page))),
                        AutopilotIdentityTable.COPY),
                new SourceReading<>(
                        REMOVAL_EVENTS,
                        AuditEventRow.collection(removedSince),
                        (row, page) -> removalEvents.in(row),
                        RemovalEventTable.COPY));
    }
}
