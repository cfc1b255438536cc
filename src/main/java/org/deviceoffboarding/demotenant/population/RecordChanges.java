package org.deviceoffboarding.demotenant.population;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of single records in Intune since the tenant was made, as a switch: they go, lose their device ID, name another
 * device, or were enrolled in another way. Forgotten when the tenant ends. Safe for many threads.
 */
public final class RecordChanges {

    private final Map<String, Change> changes = new ConcurrentHashMap<>();

    RecordChanges() {}

    /**
     * How a record is instead.
     *
     * @param deleted whether Intune has it no more
     * @param deviceId {@code azureADDeviceId}, which may be blank; null for what it was
     * @param enrollmentType {@code deviceEnrollmentType}; null for what it was
     */
    public record Change(
            boolean deleted,
            @Nullable String deviceId,
            @Nullable String enrollmentType) {

        private static final Change NONE = new Change(false, null, null);
    }

    /** Lets a record be gone, without any event of it. */
    public void delete(String intuneId) {
        set(intuneId, new Change(true, null, null));
    }

    /** Lets a record name another device; none where the ID is blank. */
    public void setDeviceId(String intuneId, String deviceId) {
        set(intuneId, new Change(false, deviceId, of(intuneId).enrollmentType()));
    }

    /** Lets a record have been enrolled in another way. */
    public void setEnrollmentType(String intuneId, String type) {
        set(intuneId, new Change(false, of(intuneId).deviceId(), type));
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
