package org.deviceoffboarding.demotenant.population;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody changed about an Entra device since the tenant was founded.
 *
 * @param enabled whether it was enabled or disabled; null if nobody did either
 * @param restored whether it was deleted and restored, after which Entra calls it not compliant
 * @param deletedAt since when it is among the deleted items; null if it is not
 * @param gone whether it was deleted for good
 */
public record ChangedState(
        @Nullable Boolean enabled,
        boolean restored,
        @Nullable Instant deletedAt,
        boolean gone,
        Map<String, String> extensionAttributes) {

    /** How nearly all devices are. */
    public static final ChangedState UNCHANGED = new ChangedState(null, false, null, false, Map.of());

    private static final Duration KEPT = Duration.ofDays(30);

    public ChangedState {
        extensionAttributes = Map.copyOf(extensionAttributes);
    }

    /** Returns whether the device is in the directory, neither deleted nor gone. */
    public boolean present() {
        return deletedAt == null && !gone;
    }

    /** Returns whether the device is among the deleted items, which keep it for 30 days. */
    public boolean restorable(Instant now) {
        return deletedAt != null && !gone && deletedAt.plus(KEPT).isAfter(now);
    }

    /** Returns whether the device is where a write looks for it. */
    boolean allows(DeviceWrite write) {
        return switch (write.what()) {
            case DISABLED, ENABLED, ATTRIBUTES_SET, DELETED -> present();
            case DELETED_FOR_GOOD -> present() || restorable(write.at());
            case RESTORED -> restorable(write.at());
        };
    }

    /** Returns the state that a write leaves behind. */
    ChangedState after(DeviceWrite write) {
        return switch (write.what()) {
            case DISABLED -> new ChangedState(false, restored, deletedAt, gone, extensionAttributes);
            case ENABLED -> new ChangedState(true, restored, deletedAt, gone, extensionAttributes);
            case ATTRIBUTES_SET -> new ChangedState(enabled, restored, deletedAt, gone, with(write.attributes()));
            case DELETED -> new ChangedState(enabled, restored, write.at(), gone, extensionAttributes);
            case DELETED_FOR_GOOD -> new ChangedState(enabled, restored, deletedAt, true, extensionAttributes);
            case RESTORED -> new ChangedState(enabled, true, null, gone, extensionAttributes);
        };
    }

    private Map<String, String> with(Map<String, String> attributes) {
        var all = new HashMap<>(extensionAttributes);
        all.putAll(attributes);
        all.values().removeIf(String::isEmpty);
        return all;
    }
}
