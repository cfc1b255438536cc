package org.deviceoffboarding.demotenant.population;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.demotenant.unit.DemoUnits;
import org.jspecify.annotations.Nullable;

/**
 * The devices and people of a company, every one computed from a seed at the moment it is asked for: the same every
 * time, at any size, without keeping them. Devices are numbered from 0 to below {@link #size()}; some numbers are only in
 * Entra, some only in Intune. Only changes are kept. Safe for many threads.
 */
public final class Population {

    /** How many Intune records one device can have. */
    public static final int MOST_RECORDS = Generators.MOST_RECORDS;

    private final int entraDevices;
    private final Generators generators;
    private final DemoGroups groups;
    private final Autopilot autopilot;
    private final Escrow escrow;
    private final AuditTrail auditTrail;
    private final DeviceChanges changes;
    private final ManagedRecords records;
    private final MdmChanges mdms = new MdmChanges();
    private final OwnerChanges owners = new OwnerChanges();

    /**
     * Founds a company that forgets what was done to its devices when it ends.
     *
     * @param entraDevices how many devices its directory has, 50 or more
     * @param seed that everything is computed from
     * @param now that all times are seen from
     */
    public Population(int entraDevices, long seed, Instant now) {
        this(entraDevices, seed, ChangesFile.none(now));
    }

    /**
     * Founds a company, or goes on with one that was founded before.
     *
     * @param entraDevices how many devices its directory has, 50 or more
     * @param seed that everything is computed from
     * @param earlier when it was founded, which all times are seen from, and what was done to its devices since
     */
    public Population(int entraDevices, long seed, ChangesFile earlier) {
        if (entraDevices < 50) {
            throw new IllegalArgumentException(
                    "A tenant of " + entraDevices + " devices is too small. Take 50 or more.");
        }
        this.entraDevices = entraDevices;
        this.generators = new Generators(entraDevices, seed, earlier.founded());
        this.records = new ManagedRecords(generators);
        this.groups = new DemoGroups(generators.guids(), generators.roster());
        this.autopilot = new Autopilot(generators);
        this.escrow = new Escrow(generators);
        this.auditTrail = new AuditTrail(generators, entraDevices);
        this.changes = new DeviceChanges(earlier);
    }

    /** Returns how many numbers for devices there are. */
    public int size() {
        return generators.roster().size();
    }

    /** Returns how many devices Entra had when the tenant was started. */
    public int entraDevices() {
        return entraDevices;
    }

    /** Returns how many records Intune has. */
    public int managedDevices() {
        return generators.roster().managedDevices();
    }

    /** Returns in how many Entra devices, of any kind, each situation holds, by the way they are made. */
    public Map<ExpectedSituation, Integer> expected() {
        return generators.roster().situations();
    }

    /** Returns how many Entra devices there are of each kind. */
    public Map<ObjectKind, Integer> kinds() {
        return generators.roster().kinds();
    }

    /** Returns what was written to the devices. */
    public DeviceChanges changes() {
        return changes;
    }

    /** Returns every write that took effect on the Entra device with an object ID, the oldest first; empty if none did. */
    public List<DeviceWrite> history(String objectId) {
        var device = findEntraDevice(IdKind.ENTRA_OBJECT, objectId);
        return device == null ? List.of() : changes.history(device.number());
    }

    /** Returns the object IDs of the Entra devices that somebody wrote to. */
    public Set<String> written() {
        return changes.devices().stream()
                .map(device -> generators.guids().of(IdKind.ENTRA_OBJECT, device))
                .collect(Collectors.toSet());
    }

    /** Returns the switch for whom devices are registered for. */
    public OwnerChanges owners() {
        return owners;
    }

    /** Returns the switch for what became of records in Intune. */
    public RecordChanges records() {
        return records.changes();
    }

    /** Returns the switch for what manages Entra devices. */
    public MdmChanges mdms() {
        return mdms;
    }

    /** Returns the switch for what devices are called. */
    public NameChanges names() {
        return generators.names();
    }

    /** Returns the switch for when devices were last heard of. */
    public LifeSigns lifeSigns() {
        return generators.lifeSigns();
    }

    /** Returns the administrative units, and the switch for which of them devices are in. */
    public DemoUnits units() {
        return generators.units();
    }

    /** Lets all be as it was made, apart from what was written to devices. */
    public void resetSwitches() {
        records().reset();
        mdms.reset();
        owners.reset();
        names().reset();
        lifeSigns().reset();
        units().reset();
        auditTrail.reset();
        changes.letListsLag(Duration.ZERO);
    }

    public DemoGroups groups() {
        return groups;
    }

    /** Returns a device as Entra knew it at a time, whether it is deleted or not; null if it never was in Entra. */
    public @Nullable DemoEntraDevice entraDevice(int device, Instant asOf) {
        var profile = generators.roster().profile(device);
        return profile.inEntra()
                ? new DemoEntraDevice(generators, device, profile, changes.asOf(device, asOf), mdms.of(device))
                : null;
    }

    /** Finds the device that has an ID, as it is, whether it is deleted or not. */
    public @Nullable DemoEntraDevice findEntraDevice(IdKind kind, String id) {
        return findEntraDevice(kind, id, Instant.MAX);
    }

    /** Finds the device that has an ID, as it was seen at a time, whether it is deleted or not. */
    public @Nullable DemoEntraDevice findEntraDevice(IdKind kind, String id, Instant asOf) {
        int device = generators.deviceOf(kind, id).orElse(-1);
        if (device < 0) {
            return null;
        }
        var found = entraDevice(device, asOf);
        return found != null && (kind != IdKind.ENTRA_DEVICE || found.deviceId().equalsIgnoreCase(id)) ? found : null;
    }

    /** Returns a record of a device in Intune; null if it has no record with this number. */
    public @Nullable DemoManagedDevice managedDevice(int device, int copy) {
        return records.get(device, copy);
    }

    /** Finds the record that has an Intune ID. */
    public @Nullable DemoManagedDevice findManagedDevice(String id) {
        return records.find(id);
    }

    /** Finds the records that have an Entra device ID, in whatever case it is written. */
    public List<DemoManagedDevice> managedDevicesOf(String deviceId) {
        return records.of(deviceId);
    }

    /** Returns the ID of a record that a device can have in Intune, whether or not it has; 0 is the first. */
    public String intuneId(int device, int copy) {
        return records.id(device, copy);
    }

    /** Lets Intune's audit log tell of what was done to a record, which stays as it is. */
    public void addAuditEvent(Removal removal, int device, int copy, Instant at) {
        auditTrail.add(removal, device, copy, at);
    }

    /** Returns the laptops that are registered with Windows Autopilot. */
    public Autopilot autopilot() {
        return autopilot;
    }

    /** Returns what is kept in escrow for the devices. */
    public Escrow escrow() {
        return escrow;
    }

    /** Returns how many events the audit log has. */
    public int auditEvents() {
        return auditTrail.size();
    }

    /** Returns an event of the audit log; 0 is the oldest. */
    public AuditEvent auditEvent(int position) {
        return auditTrail.event(position);
    }

    /** Returns the position of the first event at or after a time. */
    public int auditEventAt(Instant time) {
        return auditTrail.firstAt(time);
    }

    public int people() {
        return generators.staff().size();
    }

    public Employee person(int number) {
        return generators.staff().person(number);
    }

    /** Finds somebody by object ID or user principal name. */
    public @Nullable Employee findPerson(String idOrName) {
        return generators.staff().find(idOrName);
    }
}
