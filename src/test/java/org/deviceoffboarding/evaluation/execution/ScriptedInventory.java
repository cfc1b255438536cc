package org.deviceoffboarding.evaluation.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.deviceoffboarding.directory.EntraGroup;
import org.deviceoffboarding.directory.GroupMembership;
import org.deviceoffboarding.evaluation.Lookup;
import org.deviceoffboarding.evaluation.RunFailedException;
import org.deviceoffboarding.evaluation.TenantLookups;
import org.deviceoffboarding.inventory.AuditListReading;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.InventoryCounts;
import org.deviceoffboarding.inventory.InventorySource;
import org.deviceoffboarding.inventory.ReadingListener;
import org.deviceoffboarding.inventory.RegisteredOwners;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A tenant by script: what it has, and where it fails. */
public class ScriptedInventory implements RunInventory, TenantLookups {

    private final List<DeviceFacts> devices = new ArrayList<>();
    private final Map<UUID, DeviceFacts> missedByTheList = new HashMap<>();
    private final Map<UUID, DeviceFacts> lostTheirRecord = new HashMap<>();
    private final Map<String, RuntimeException> faults = new ConcurrentHashMap<>();
    private final Set<Long> discarded = new HashSet<>();
    private final Set<UUID> askedFor = new HashSet<>();
    private final Map<String, GroupMembership> groups = new HashMap<>();
    private final Map<UUID, RegisteredOwners> owners = new HashMap<>();
    private final List<UUID> ownersAskedFor = new ArrayList<>();
    private long managedDevices = 1;
    private AuditListReading auditList = new AuditListReading(9, 3, 0);
    private @Nullable Long published;
    private @Nullable Instant removedSince;
    private boolean transactionWhileAsking;
    private final Set<String> users = new HashSet<>();
    private boolean away;
    private Runnable afterReading = () -> {};
    private Runnable afterAnswer = () -> {};
    private Runnable whileListing = () -> {};

    public void reset() {
        devices.clear();
        missedByTheList.clear();
        lostTheirRecord.clear();
        faults.clear();
        discarded.clear();
        askedFor.clear();
        groups.clear();
        users.clear();
        away = false;
        owners.clear();
        ownersAskedFor.clear();
        managedDevices = 1;
        auditList = new AuditListReading(9, 3, 0);
        transactionWhileAsking = false;
        afterAnswer = () -> {};
        whileListing = () -> {};
    }

    public void has(DeviceFacts... facts) {
        devices.addAll(List.of(facts));
    }

    void hasUser(String name) {
        users.add(name);
    }

    /** Nobody can be asked until it is reset. */
    void isAway() {
        away = true;
    }

    @Override
    public Lookup group(String idOrName) {
        return lookup(groups.containsKey(idOrName), "group '" + idOrName + "'");
    }

    @Override
    public Lookup user(String idOrName) {
        return lookup(users.contains(idOrName), "user " + idOrName);
    }

    private Lookup lookup(boolean there, String what) {
        noteTransaction();
        if (away) {
            return new Lookup(Lookup.State.UNANSWERED, "Microsoft Graph could not be reached.");
        }
        return there
                ? new Lookup(Lookup.State.FOUND, "The " + what + " was found.")
                : new Lookup(Lookup.State.MISSING, "Microsoft Entra has no " + what + ".");
    }

    @Override
    public Optional<Set<UUID>> unknown(Collection<UUID> deviceIds) {
        Set<UUID> unknown = new HashSet<>(deviceIds);
        devices.forEach(facts -> unknown.remove(facts.entra().objectId()));
        devices.forEach(facts -> unknown.remove(facts.entra().deviceId()));
        return Optional.of(unknown);
    }

    /** Lets Entra say whom a device is registered for; of others it says nobody. */
    void registers(UUID objectId, RegisteredOwners people) {
        owners.put(objectId, people);
    }

    List<UUID> ownersAskedFor() {
        return ownersAskedFor;
    }

    @Override
    public Map<UUID, RegisteredOwners> registeredOwners(Collection<UUID> objectIds) {
        noteTransaction();
        ownersAskedFor.addAll(objectIds);
        afterAnswer.run();
        return objectIds.stream()
                .collect(Collectors.toMap(
                        id -> id, id -> owners.getOrDefault(id, new RegisteredOwners(List.of(), null))));
    }

    void hasGroup(String name, Set<UUID> devices, Set<String> users) {
        groups.put(
                name, new GroupMembership(new EntraGroup(UUID.randomUUID(), name), devices, Set.of(), users, Set.of()));
    }

    void loses(String group) {
        groups.remove(group);
    }

    void hasNoManagedDevices() {
        managedDevices = 0;
    }

    void hasAuditList(AuditListReading reading) {
        auditList = reading;
    }

    /** Only when asked by key, Intune tells of the record that the facts have. */
    public void misses(DeviceFacts listed, DeviceFacts found) {
        devices.add(listed);
        missedByTheList.put(listed.entra().objectId(), found);
    }

    /** Only when asked by Intune ID, Intune tells what became of the former records that the facts have. */
    void hides(DeviceFacts listed, DeviceFacts found) {
        devices.add(listed);
        lostTheirRecord.put(listed.entra().objectId(), found);
    }

    /** The next call of a method ends in a fault, after it did its work. */
    public void failsIn(String method, RuntimeException fault) {
        faults.put(method, fault);
    }

    boolean stillFailsIn(String method) {
        return faults.containsKey(method);
    }

    /** Something happens once, while the run is being read. */
    void afterReading(Runnable action) {
        afterReading = action;
    }

    /** Something happens after each answer about a device or record, and while owners are asked for. */
    void afterEachAnswer(Runnable action) {
        afterAnswer = action;
    }

    /** Listing the devices takes as long as something. */
    void whileListing(Runnable action) {
        whileListing = action;
    }

    private void answer(IntConsumer answered) {
        answered.accept(1);
        afterAnswer.run();
    }

    @Nullable
    Long published() {
        return published;
    }

    Set<Long> discarded() {
        return discarded;
    }

    Set<UUID> askedFor() {
        return askedFor;
    }

    @Nullable
    Instant removedSince() {
        return removedSince;
    }

    boolean heldATransactionWhileAsking() {
        return transactionWhileAsking;
    }

    @Override
    public void requireAgent() {
        fault("requireAgent");
    }

    @Override
    public void requireReady() {
        fault("requireReady");
    }

    @Override
    public void read(long runId, Instant since, ReadingListener listener) {
        noteTransaction();
        removedSince = since;
        listener.pageRead(InventorySource.ENTRA_DEVICES, 1, devices.size());
        listener.finished(InventorySource.ENTRA_DEVICES, devices.size());
        fault("read");
        Runnable action = afterReading;
        afterReading = () -> {};
        action.run();
    }

    @Override
    public Set<UUID> confirm(long runId, Collection<UUID> deviceIds, IntConsumer answered) {
        noteTransaction();
        askedFor.addAll(deviceIds);
        deviceIds.forEach(id -> answer(answered));
        fault("confirm");
        Set<UUID> found = new HashSet<>();
        missedByTheList.values().forEach(facts -> found.add(facts.entra().deviceId()));
        found.retainAll(deviceIds);
        return found;
    }

    @Override
    public Set<UUID> confirmRecords(long runId, Collection<UUID> intuneIds, IntConsumer answered) {
        noteTransaction();
        askedFor.addAll(intuneIds);
        intuneIds.forEach(id -> answer(answered));
        Set<UUID> found = new HashSet<>();
        lostTheirRecord.values().forEach(facts -> found.addAll(facts.formerIntuneIds()));
        found.retainAll(intuneIds);
        return found;
    }

    @Override
    public void requireRightClock() {
        fault("requireRightClock");
    }

    @Override
    public InventoryCounts counts(long runId) {
        return new InventoryCounts(devices.size(), managedDevices, 0, 0);
    }

    @Override
    public AuditListReading auditList(long runId) {
        return auditList;
    }

    @Override
    public void forEachPage(long runId, int pageSize, Consumer<List<DeviceFacts>> pages) {
        noteTransaction();
        List<DeviceFacts> sorted = devices.stream()
                .sorted(Comparator.comparing(facts -> facts.entra().objectId()))
                .toList();
        for (int from = 0; from < sorted.size(); from += 2) {
            pages.accept(sorted.subList(from, Math.min(from + 2, sorted.size())));
            fault("forEachPage");
        }
    }

    @Override
    public Optional<DeviceFacts> facts(long runId, UUID objectId) {
        return Optional.ofNullable(missedByTheList.getOrDefault(objectId, lostTheirRecord.get(objectId)));
    }

    @Override
    public List<DeviceFacts> facts(long runId, Collection<UUID> objectIds) {
        return devices.stream()
                .filter(facts -> objectIds.contains(facts.entra().objectId()))
                .toList();
    }

    @Override
    public GroupMembership members(String group) {
        noteTransaction();
        fault("members");
        GroupMembership members = groups.get(group);
        if (members == null) {
            throw new RunFailedException("Microsoft Entra has no group '" + group + "'.", null);
        }
        return members;
    }

    @Override
    public void compare(long runId) {}

    @Override
    public void list(long runId) {
        whileListing.run();
        fault("list");
    }

    @Override
    public void pack(long runId) {}

    @Override
    public void holdToPublish() {}

    @Override
    public void publish(long runId) {
        fault("publish");
        published = runId;
    }

    @Override
    public void tidy() {
        fault("tidy");
    }

    @Override
    public void withdraw() {}

    @Override
    public boolean forgetAll(BooleanSupplier stopping) {
        return true;
    }

    @Override
    public void discard(long runId) {
        discarded.add(runId);
    }

    private void noteTransaction() {
        transactionWhileAsking |= TransactionSynchronizationManager.isActualTransactionActive();
    }

    private void fault(String method) {
        RuntimeException fault = faults.remove(method);
        if (fault != null) {
            throw fault;
        }
    }
}
