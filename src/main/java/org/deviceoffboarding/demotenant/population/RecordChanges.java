package org.deviceoffboarding.demotenant.population;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of single records in Intune since the tenant was made, as a switch: they come, go, are about to go, lose their
 * device ID, name another device, or were enrolled in another way. Forgotten when the tenant ends. Safe for many threads.
 */
public final class RecordChanges {

    private final Map<String, Change> changes = new ConcurrentHashMap<>();

    RecordChanges() {}

    /**
     * How a record is instead.
     *
     * @param deleted whether Intune has it no more
     * @param enrolled whether Intune has it although the device was made without
     * @param deviceId {@code azureADDeviceId}, which may be blank; null for what it was
     * @param enrollmentType {@code deviceEnrollmentType}; null for what it was
     * @param managementState such as {@code retirePending}; null for what it was
     */
    public record Change(
            boolean deleted,
            boolean enrolled,
            @Nullable String deviceId,
            @Nullable String enrollmentType,
            @Nullable String managementState) {

        private static final Change NONE = new Change(false, false, null, null, null);
    }

    /** Lets a record be gone, without any event of it. */
    public void delete(String intuneId) {
        set(intuneId, new Change(true, false, null, null, null));
    }

    /** Lets Intune have a record that the device was made without, or that went. */
    public void enrol(String intuneId) {
        set(intuneId, new Change(false, true, null, of(intuneId).enrollmentType(), null));
    }

    /** Lets a record name another device; none where the ID is blank. */
    public void setDeviceId(String intuneId, String deviceId) {
        Change before = of(intuneId);
        set(
                intuneId,
                new Change(false, before.enrolled(), deviceId, before.enrollmentType(), before.managementState()));
    }

    /** Lets a record have been enrolled in another way. */
    public void setEnrollmentType(String intuneId, String type) {
        Change before = of(intuneId);
        set(intuneId, new Change(false, before.enrolled(), before.deviceId(), type, before.managementState()));
    }

    /** Lets something be about to become of a record. */
    public void setManagementState(String intuneId, String state) {
        Change before = of(intuneId);
        set(intuneId, new Change(false, before.enrolled(), before.deviceId(), before.enrollmentType(), state));
    }

    /** Sets all that is different about a record. */
    public void set(String intuneId, Change change) {
        changes.put(intuneId.toLowerCase(Locale.ROOT), change);
    }

    /** Lets all records be as they were. */
    public void reset() {
        changes.clear();
    }

    Change of(String intuneId) {
        return changes.getOrDefault(intuneId.toLowerCase(Locale.ROOT), Change.NONE);
    }

    /** Returns the Intune IDs of records that name a device which was not theirs. */
    List<String> naming(String deviceId) {
        return changes.entrySet().stream()
                .filter(change -> deviceId.equalsIgnoreCase(change.getValue().deviceId()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
