package org.deviceoffboarding.inventory;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What earlier inventories knew of a record in Intune that had a device's ID: what protects the device, whether the record
 * is there or not. Never to be taken for a record that is there.
 *
 * @param last each value from the last inventory that had it; no state and no times
 * @param moved the record as it is, where Intune still has it and it does not name the device any more; null where it is
 *     gone, or is the device's own still
 */
public record FormerRecord(ManagedDevice last, @Nullable Moved moved) {

    private static final String UNKNOWN = "unknown";

    /**
     * A record that lost its device ID or names another one.
     *
     * @param name may be empty
     * @param deviceId that it names now; null where that is no key
     * @param deviceKnown whether Entra has a device with the ID that it names now
     */
    public record Moved(
            String name, @Nullable UUID deviceId, @Nullable String managementState, boolean deviceKnown) {}

    public UUID intuneId() {
        return last.intuneId();
    }

    /** Returns the same with what is known of the record now. */
    public FormerRecord with(@Nullable Moved now) {
        return new FormerRecord(last, now);
    }

    /** Returns what Intune says where that says anything: it writes "unknown" for what it does not know. */
    public static @Nullable String known(@Nullable String value) {
        return value == null || value.strip().toLowerCase(Locale.ROOT).equals(UNKNOWN) ? null : value;
    }

    /** Returns a record with each blank value filled in from what was last known of the same one. */
    ManagedDevice fill(ManagedDevice record) {
        return new ManagedDevice(
                record.intuneId(),
                record.entraDeviceId(),
                record.deviceName(),
                or(record.serialNumber(), last.serialNumber()),
                or(record.userPrincipalName(), last.userPrincipalName()),
                or(record.userDisplayName(), last.userDisplayName()),
                or(known(record.ownerType()), last.ownerType()),
                or(record.operatingSystem(), last.operatingSystem()),
                record.osVersion(),
                or(record.manufacturer(), last.manufacturer()),
                or(record.model(), last.model()),
                record.managementState(),
                or(known(record.managementAgent()), last.managementAgent()),
                or(known(record.enrollmentType()), last.enrollmentType()),
                record.complianceState(),
                record.lastSync(),
                record.enrolled());
    }

    private static @Nullable String or(@Nullable String value, @Nullable String before) {
        return value == null ? before : value;
    }
}
