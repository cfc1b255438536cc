package org.deviceoffboarding.evaluation.execution;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.deviceoffboarding.evaluation.RunGroups;
import org.deviceoffboarding.inventory.AuditListReading;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.InventoryCounts;
import org.deviceoffboarding.inventory.ReadingListener;
import org.deviceoffboarding.inventory.RegisteredOwners;

/** What a run needs of the tenant and of the portal's copy of it. Whatever cannot be had is a {@link org.deviceoffboarding.evaluation.RunFailedException}. */
public interface RunInventory extends RunGroups {

    /**
     * Makes sure that there is an agent whose identity the tenant can be read with, and that nobody removes it before the end of the
     * caller's transaction. Before anything else in it.
     */
    void requireAgent();

    /** Finds out what the agent's identity allows, and makes sure that this is enough. */
    void requireReady();

    /** Reads the tenant. What was read to its end before is not read again. */
    void read(long runId, Instant removedSince, ReadingListener listener);

    /**
     * Asks Intune by key for each device ID, stores what it has, and returns the IDs that it has.
     *
     * @param answered is told how many more were asked for, from several threads
     */
    Set<UUID> confirm(long runId, Collection<UUID> deviceIds, IntConsumer answered);

    /**
     * Asks Intune for each record by its Intune ID, stores what there is, and returns the Intune IDs of that.
     *
     * @param answered is told how many more were asked for, from several threads
     */
    Set<UUID> confirmRecords(long runId, Collection<UUID> intuneIds, IntConsumer answered);

    /** Asks Entra whom devices are registered for, by their object IDs. What could not be read says why, and is no failure. */
    Map<UUID, RegisteredOwners> registeredOwners(Collection<UUID> objectIds);

    /** Makes sure that the portal's clock is right, as far as what was read just before can tell: devices are judged by it. */
    void requireRightClock();

    InventoryCounts counts(long runId);

    /** Returns what the audit list held that was read, and what it lacks. */
    AuditListReading auditList(long runId);

    /** Hands over the facts of all devices, a page at a time, from several threads at once. */
    void forEachPage(long runId, int pageSize, Consumer<List<DeviceFacts>> pages);

    Optional<DeviceFacts> facts(long runId, UUID objectId);

    /** Returns the facts of devices by their object IDs; those that the copy does not hold are missing. */
    List<DeviceFacts> facts(long runId, Collection<UUID> objectIds);

    /** Reads again by their IDs what the copy says otherwise of than the portal did and verified meanwhile. */
    void compare(long runId);

    /**
     * Lists the devices of the run's copy, which may be judged and confirmed meanwhile. May be repeated.
     *
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; it still is
     */
    void list(long runId);

    /** Makes the run's copy fit for questions, once it is listed and judged. May be repeated. */
    void pack(long runId);

    /** Lets nobody correct the inventory until the end of the caller's transaction, as its first step. */
    void holdToPublish();

    /** Makes the run's copy the one that counts, in the caller's transaction. */
    void publish(long runId);

    /** Remembers of the copy that counts what protects devices, and drops copies that nothing shows any more. May be repeated. */
    void tidy();

    /** Lets no copy count any more, in the caller's transaction: the agent is removed. */
    void withdraw();

    /** Deletes all copies after that, and what is remembered; returns whether all is gone. May be repeated. */
    boolean forgetAll(BooleanSupplier stopping);

    /** Forgets the run's copy. */
    void discard(long runId);
}
