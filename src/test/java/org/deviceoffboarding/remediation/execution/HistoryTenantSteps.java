package org.deviceoffboarding.remediation.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.deviceoffboarding.demotenant.population.ChangedState;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.DemoManagedDevice;
import org.deviceoffboarding.demotenant.population.DeviceWrite;
import org.deviceoffboarding.demotenant.population.DeviceWrite.What;
import org.deviceoffboarding.demotenant.population.Population;
import org.deviceoffboarding.demotenant.population.Removal;
import org.jspecify.annotations.Nullable;

/** What happens in a tenant by itself, or by other people. Each step says what it did; nothing where it had nothing to do. */
class HistoryTenantSteps {

    private static final List<Removal> REMOVALS =
            List.of(Removal.NONE, Removal.WIPED, Removal.RETIRED, Removal.DELETED, Removal.RETIRED_WITHOUT_DEVICE_ID);
    private static final List<String> USERLESS =
            List.of("appleBulkWithoutUser", "windowsBulkUserless", "androidEnterpriseDedicatedDevice");

    private final Population population;
    private final FaultSwitches faults;
    private final HistoryTruth truth;
    private final HistoryPick pick;
    private final List<HistoryDevice> devices;
    private final Random random;

    HistoryTenantSteps(Population population, FaultSwitches faults, HistoryTruth truth, HistoryPick pick) {
        this.population = population;
        this.faults = faults;
        this.truth = truth;
        this.pick = pick;
        this.devices = pick.devices();
        this.random = pick.random();
    }

    @Nullable
    String enrolled() {
        HistoryDevice device = any();
        int copy = random.nextInt(Population.MOST_RECORDS);
        if (population.managedDevice(device.number(), copy) != null) {
            return null;
        }
        population.records().enrol(population.intuneId(device.number(), copy));
        return "Intune has a record of " + name(device) + ", its number " + copy;
    }

    @Nullable
    String removed() {
        Removal how = REMOVALS.get(random.nextInt(REMOVALS.size()));
        return go(how);
    }

    @Nullable
    String hidden() {
        return go(Removal.HIDDEN_BY_RULE);
    }

    private @Nullable String go(Removal how) {
        HistoryDevice device = any();
        DemoManagedDevice record = record(device);
        if (record == null) {
            return null;
        }
        if (how != Removal.NONE) {
            population.addAuditEvent(how, device.number(), copy(device, record), Instant.now());
        }
        population.records().delete(record.id());
        return "the record of " + name(device) + " goes: " + how;
    }

    String renamed() {
        HistoryDevice device = any();
        String name = "RENAMED-" + random.nextInt(1000);
        population.names().rename(device.number(), name);
        return name(device) + " is called " + name;
    }

    @Nullable
    String losesItsDeviceId() {
        HistoryDevice device = any();
        DemoManagedDevice record = record(device);
        if (record == null) {
            return null;
        }
        population
                .records()
                .setDeviceId(record.id(), random.nextBoolean() ? "" : "00000000-0000-0000-0000-000000000000");
        return "the record of " + name(device) + " loses its device ID";
    }

    @Nullable
    String namesAnother() {
        HistoryDevice device = any();
        DemoManagedDevice record = record(device);
        HistoryDevice other = any();
        if (record == null || other.equals(device)) {
            return null;
        }
        boolean known = random.nextBoolean();
        population
                .records()
                .setDeviceId(
                        record.id(),
                        known ? other.deviceId() : new UUID(random.nextLong(), random.nextLong()).toString());
        return "the record of " + name(device) + " names " + (known ? name(other) : "nobody knows whom");
    }

    @Nullable
    String namesItAgain() {
        HistoryDevice device = any();
        DemoManagedDevice record = record(device);
        if (record == null || record.azureAdDeviceId().equalsIgnoreCase(device.deviceId())) {
            return null;
        }
        population.records().setDeviceId(record.id(), device.deviceId());
        return "the record of " + name(device) + " names it again";
    }

    @Nullable
    String isShared() {
        HistoryDevice device = any();
        DemoManagedDevice record = record(device);
        if (record == null) {
            return null;
        }
        String type = USERLESS.get(random.nextInt(USERLESS.size()));
        population.records().setEnrollmentType(record.id(), type);
        return "the record of " + name(device) + " says " + type;
    }

    @Nullable
    String isLeaving() {
        HistoryDevice device = any();
        DemoManagedDevice record = record(device);
        if (record == null) {
            return null;
        }
        population.records().setManagementState(record.id(), "retirePending");
        return "Intune is about to retire " + name(device);
    }

    String isHeardOf() {
        HistoryDevice device = any();
        population.lifeSigns().heard(device.number(), Instant.now());
        return name(device) + " is heard of";
    }

    @Nullable
    String isManagedByAnother() {
        HistoryDevice device = any();
        boolean coManaged = random.nextBoolean();
        population
                .mdms()
                .setMdmAppId(
                        device.number(),
                        coManaged
                                ? DemoEntraDevice.CONFIGURATION_MANAGER_APP_ID
                                : "7add3ecd-5b01-452e-b4bf-cdaf9df1d097");
        return (coManaged ? "Configuration Manager" : "another MDM") + " manages " + name(device);
    }

    @Nullable
    String somebody(What what) {
        HistoryDevice device = any();
        ChangedState state = population.changes().current(device.number());
        boolean enabled = truth.entra(device).accountEnabled();
        boolean fits = what == What.RESTORED
                ? !state.present()
                : state.present() && (what == What.DELETED || enabled == (what == What.DISABLED));
        if (!fits) {
            return null;
        }
        Instant now = Instant.now();
        population
                .changes()
                .write(device.number(), new DeviceWrite(what, now, now, HistoryLedger.SOMEBODY, java.util.Map.of()));
        return "somebody: " + what + " " + name(device);
    }

    /** Some of what is sent next is answered, or shown, otherwise than it is done. */
    String entraIsOdd() {
        faults.clear();
        Fault.Kind kind = List.of(
                        Fault.Kind.DONE_LATE,
                        Fault.Kind.ACCEPTED_BUT_NOT_DONE,
                        Fault.Kind.DONE_BUT_THROTTLED,
                        Fault.Kind.UNAVAILABLE)
                .get(random.nextInt(4));
        faults.add(Fault.of(kind, "/devices/*", 1 + random.nextInt(3))
                .onlyFor("PATCH", "DELETE")
                .withSeconds(3600));
        return "Entra's next answers: " + kind;
    }

    String listsLag() {
        population.changes().letListsLag(Duration.ofMinutes(30));
        return "lists lag behind";
    }

    /** What was late is seen. */
    void allIsSeen() {
        population.changes().letListsLag(Duration.ZERO);
        population.changes().showAll();
        faults.clear();
    }

    private HistoryDevice any() {
        return pick.any();
    }

    private @Nullable DemoManagedDevice record(HistoryDevice device) {
        List<DemoManagedDevice> records = truth.made(device);
        return records.isEmpty() ? null : records.get(random.nextInt(records.size()));
    }

    private int copy(HistoryDevice device, DemoManagedDevice record) {
        int copy = 0;
        while (!population.intuneId(device.number(), copy).equals(record.id())) {
            copy++;
        }
        return copy;
    }

    private String name(HistoryDevice device) {
        return "device " + devices.indexOf(device);
    }
}
