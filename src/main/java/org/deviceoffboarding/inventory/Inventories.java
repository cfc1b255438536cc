package org.deviceoffboarding.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.inventory.copy.OldCopies;
import org.deviceoffboarding.inventory.facts.FactsStream;
import org.deviceoffboarding.inventory.list.PackedDevices;
import org.deviceoffboarding.inventory.unit.RestrictedUnits;
import org.deviceoffboarding.removed.VerifiedChange;
import org.deviceoffboarding.removed.VerifiedChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The copies of the tenant, for jobs: nobody need be signed in. Pages go by {@link DeviceService}. */
@Component
public class Inventories {

    private final InventoryRepository inventories;
    private final FactsRepository facts;
    private final FactsStream stream;
    private final FormerRecordRepository formerRecords;
    private final CorrectionRepository corrections;
    private final VerifiedChanges changes;
    private final KnownEventRepository knownEvents;
    private final Memory memory;
    private final PackedDevices packed;
    private final OldCopies oldCopies;
    private final RestrictedUnits units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Inventories(
            InventoryRepository inventories,
            FactsRepository facts,
            FactsStream stream,
            FormerRecordRepository formerRecords,
            CorrectionRepository corrections,
            VerifiedChanges changes,
            KnownEventRepository knownEvents,
            Memory memory,
            PackedDevices packed,
            OldCopies oldCopies,
            RestrictedUnits units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.inventories = inventories;
        this.facts = facts;
        this.stream = stream;
        this.formerRecords = formerRecords;
        this.corrections = corrections;
        this.changes = changes;
        this.knownEvents = knownEvents;
        this.memory = memory;
        this.packed = packed;
        this.oldCopies = oldCopies;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /** Returns how many objects a run has read. */
    @Transactional(readOnly = true)
    public InventoryCounts counts(long runId) {
        return inventories.counts(runId);
    }

    /** Returns what the audit list held that a run has read to its end, and what it lacks. */
    @Transactional(readOnly = true)
    public AuditListReading auditList(long runId) {
        return knownEvents.read(runId);
    }

    /**
     * Hands over the facts of all Entra devices of a run, each once and in no order that matters.
     *
     * @param pages called from several threads at once, outside of any transaction; what it throws stops all of them
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; it still is
     */
    public void forEachFacts(long runId, int pageSize, Consumer<List<DeviceFacts>> pages) {
        stream.forEachPage(runId, facts.count(runId), pageSize, pages);
    }

    /** Returns the facts of one device of a run, by its object ID. */
    public Optional<DeviceFacts> facts(long runId, UUID objectId) {
        return facts.find(runId, objectId);
    }

    /** Returns the facts of devices of a run by their object IDs, for as many as a page; those it does not hold are missing. */
    public List<DeviceFacts> facts(long runId, Collection<UUID> objectIds) {
        return facts.find(runId, objectIds);
    }

    /**
     * Returns the facts of devices of the inventory by their object IDs, for as many as a page; others are missing. All of one
     * moment: once a newer copy counts, the rows of the one before are deleted while this reads.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<UUID, DeviceFacts> current(Collection<UUID> objectIds) {
        OptionalLong run = published();
        return run.isEmpty()
                ? Map.of()
                : facts.find(run.getAsLong(), objectIds).stream()
                        .collect(Collectors.toMap(each -> each.entra().objectId(), Function.identity()));
    }

    /** Returns those of these devices, by object ID, that the inventory says are in restricted administrative units. */
    @Transactional(readOnly = true)
    public Set<UUID> restricted(Collection<UUID> objectIds) {
        return inventories.restricted(objectIds);
    }

    /** Returns the same with the units that they are in, at one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public RestrictedDevices units(Collection<UUID> objectIds) {
        OptionalLong run = published();
        return run.isEmpty() ? RestrictedDevices.NONE : units.of(run.getAsLong(), objectIds);
    }

    /** Returns which of these device IDs the inventory has an Entra device with, at one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Set<UUID> inEntra(Collection<UUID> deviceIds) {
        OptionalLong run = published();
        return run.isEmpty() || deviceIds.isEmpty() ? Set.of() : formerRecords.inEntra(run.getAsLong(), deviceIds);
    }

    /**
     * Lets nobody replace the inventory until the end of the caller's transaction. For whoever is going to {@link #correct} it:
     * before anything else, since other locks that publishing needs come after this one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        corrections.holdInventory();
    }

    /**
     * Remembers what the portal did to a device and read back, and puts it into the inventory, in the caller's transaction:
     * from its end on no page, and no judgement, goes by what was so before.
     *
     * @param now as it was read back; null where Entra no longer has it. What was taken over stays as it was read
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void correct(VerifiedChange change, @Nullable EntraDevice now) {
        corrections.holdInventory();
        changes.put(change);
        published().ifPresent(run -> {
            if (change.kind() != VerifiedChange.Kind.TAKEN_OVER) {
                corrections.replace(run, change.objectId(), now);
            }
            events.publishEvent(new DeviceCorrected(run, change));
        });
    }

    /** Packs a run's copy for questions, once all that its result says of each device is stored. May be repeated. Not in a transaction. */
    public void pack(long runId) {
        packed.make(runId);
    }

    /** Lets nobody correct the inventory until the end of the caller's transaction. Before anything else in it, as {@link #hold}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdToPublish() {
        corrections.holdCorrections();
    }

    /**
     * Makes a run's copy the inventory, in the caller's transaction. What the portal changed and read back after the copy was
     * {@linkplain InventoryReader#compare compared}, or before and stored only then, comes with it. The copies before it are no longer shown. What it leaves to
     * do is for {@link #tidy}.
     *
     * @throws IllegalStateException if the run has read none
     * @throws org.springframework.transaction.IllegalTransactionStateException if the caller has no transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(long runId) {
        corrections.holdCorrections();
        Instant compared = corrections.comparedAt(runId);
        List<VerifiedChange> since = corrections
                .comparedWith(runId)
                .map(seen -> changes.since(compared, seen))
                .orElseGet(() -> changes.since(compared));
        published().ifPresent(before -> corrections.takeOver(runId, before, changed(since)));
        inventories.publish(runId, clock.instant());
        events.publishEvent(new InventoryReplaced(runId));
        since.forEach(change -> events.publishEvent(new DeviceCorrected(runId, change)));
    }

    private static List<UUID> changed(List<VerifiedChange> changes) {
        return changes.stream()
                .filter(change -> change.kind() != VerifiedChange.Kind.TAKEN_OVER)
                .map(VerifiedChange::objectId)
                .toList();
    }

    /**
     * Remembers of the inventory what protects devices, and drops the copies of earlier runs, but for the one that it replaced.
     * Takes its time, and so is no part of publishing. May be left to the next time, and repeated. Not in a transaction.
     */
    public void tidy() {
        memory.keep();
        published().ifPresent(inventories::forgetBefore);
        oldCopies.drop();
    }

    /**
     * Deletes what a failed run has read. Does nothing if it has read nothing. Not in a transaction.
     *
     * @throws IllegalStateException if this is the inventory
     */
    public void discard(long runId) {
        if (published().equals(OptionalLong.of(runId))) {
            throw new IllegalStateException("The copy of run " + runId + " is the inventory");
        }
        inventories.forget(runId);
        oldCopies.drop();
    }

    /**
     * Lets no copy be the inventory any more, in the caller's transaction: pages show none from its end on. The copies go by {@link
     * #forgetAll}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw() {
        corrections.holdCorrections();
        inventories.withdraw(clock.instant());
        events.publishEvent(new InventoryReplaced(InventoryReplaced.BY_NONE));
    }

    /**
     * Deletes all copies once they are {@linkplain #withdraw withdrawn}, and what is remembered from one to the next; but for what
     * protects devices that the portal disabled. For when no run goes on and none begins. May be repeated. Not in a transaction.
     *
     * @param stopping whether the portal is about to stop
     * @return whether all is gone; what is still read stays for now
     */
    public boolean forgetAll(BooleanSupplier stopping) {
        if (inventories.any()) { // they tell which of what is remembered stays
            memory.keepWithdrawn();
            if (!memory.forget(stopping)) {
                return false;
            }
        }
        inventories.forgetAll();
        return oldCopies.drop();
    }

    /** Returns the run whose copy is the inventory, or nothing before the first. */
    public OptionalLong published() {
        return inventories.published();
    }
}
