package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.deviceoffboarding.base.Ownership;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about one Entra device in one run. Joined by ID only.
 *
 * @param managed the records in Intune with its device ID, the latest synchronised first; usually one or none
 * @param autopilot the registration with its device ID, else with the Intune ID of one of its records or removal events; one
 *     that Intune still lists before one that only an earlier inventory had
 * @param removals with its device ID, the latest first
 * @param disabledByPortal when this portal disabled it; null if it did not, or enabled it again
 * @param takenOver whether somebody else had disabled it, and it was taken over here: the portal did not disable it itself
 * @param former what earlier inventories knew of records with its device ID, the latest first; without those that still say
 *     all of it themselves
 */
public record DeviceFacts(
        EntraDevice entra,
        List<ManagedDevice> managed,
        @Nullable AutopilotIdentity autopilot,
        List<RemovalEvent> removals,
        @Nullable Instant disabledByPortal,
        boolean takenOver,
        List<FormerRecord> former) {

    /** Facts of a device that no earlier inventory held. */
    public DeviceFacts(
            EntraDevice entra,
            List<ManagedDevice> managed,
            @Nullable AutopilotIdentity autopilot,
            List<RemovalEvent> removals,
            @Nullable Instant disabledByPortal) {
        this(entra, managed, autopilot, removals, disabledByPortal, false, List.of());
    }

    /** Facts of a device that no earlier inventory held and this portal has not disabled. */
    public DeviceFacts(
            EntraDevice entra,
            List<ManagedDevice> managed,
            @Nullable AutopilotIdentity autopilot,
            List<RemovalEvent> removals) {
        this(entra, managed, autopilot, removals, null);
    }

    /** Returns the same with other knowledge of former records. */
    public DeviceFacts withFormer(List<FormerRecord> records) {
        return new DeviceFacts(entra, managed, autopilot, removals, disabledByPortal, takenOver, records);
    }

    /** Returns the same with other records of Entra and Intune. */
    public DeviceFacts withRecords(EntraDevice inEntra, List<ManagedDevice> inIntune) {
        return new DeviceFacts(inEntra, inIntune, autopilot, removals, disabledByPortal, takenOver, former);
    }

    /** Returns whose the device is: what Entra says, else the first of Intune's records that says anything. */
    public Ownership ownership() {
        Ownership ownership = Ownership.of(entra.ownership());
        if (ownership == Ownership.UNKNOWN && !(managed.isEmpty() && former.isEmpty())) {
            for (String type : known(ManagedDevice::ownerType)) {
                ownership = ownership == Ownership.UNKNOWN ? Ownership.of(type) : ownership;
            }
        }
        return ownership;
    }

    /** Returns the serial number, also of a device that left Intune. */
    public @Nullable String serialNumber() {
        List<String> known = known(ManagedDevice::serialNumber);
        return !known.isEmpty() ? known.getFirst() : autopilot == null ? null : autopilot.serialNumber();
    }

    /** Returns the principal name of the user, also of a device that left Intune. */
    public @Nullable String user() {
        List<String> known = known(ManagedDevice::userPrincipalName);
        return known.isEmpty() ? null : known.getFirst();
    }

    /**
     * Returns what Intune's records say, each value once. A record that leaves it blank counts with what it last said; where
     * none says anything, those count that are no longer the device's.
     */
    public List<String> known(Function<ManagedDevice, @Nullable String> value) {
        List<String> values = new ArrayList<>(2);
        for (ManagedDevice record : managed) {
            add(values, value.apply(filled(record)));
        }
        if (values.isEmpty()) {
            for (FormerRecord record : former) {
                add(values, value.apply(record.last()));
            }
        }
        return values;
    }

    /** Returns the record with what it now leaves blank and once did not. */
    public ManagedDevice filled(ManagedDevice record) {
        for (FormerRecord known : former) {
            if (known.intuneId().equals(record.intuneId())) {
                return known.fill(record);
            }
        }
        return record;
    }

    /** Returns the Intune IDs that earlier inventories tied to the device and that are not of its records now. */
    public List<UUID> formerIntuneIds() {
        List<UUID> ids = new ArrayList<>(former.size());
        for (FormerRecord record : former) {
            if (managed.stream().noneMatch(now -> now.intuneId().equals(record.intuneId()))) {
                ids.add(record.intuneId());
            }
        }
        return ids;
    }

    private static void add(List<String> values, @Nullable String value) {
        if (value != null && !values.contains(value)) {
            values.add(value);
        }
    }
}
