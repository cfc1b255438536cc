package org.deviceoffboarding.demotenant.population;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody changed about an Entra device since the tenant was started.
 *
 * @param enabled whether it was enabled or disabled; null if nobody did either
 * @param restored whether it was deleted and restored, after which Entra calls it not compliant
 * @param deletedAt since when it is among the deleted items; null if it is not
 * @param gone whether it was deleted for good
 */
public record DeviceState(
        @Nullable Boolean enabled,
        boolean restored,
        @Nullable Instant deletedAt,
        boolean gone,
        Map<String, String> extensionAttributes) {

    /** How nearly all devices are. */
    public static final DeviceState UNCHANGED = new DeviceState(null, false, null, false, Map.of());

    private static final Duration KEPT = Duration.ofDays(30);

    public DeviceState {
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

    public DeviceState withEnabled(boolean value) {
        return new DeviceState(value, restored, deletedAt, gone, extensionAttributes);
    }

    /** Returns this state with some extension attributes set; an empty value clears one. */
    public DeviceState withExtensionAttributes(Map<String, String> changed) {
        var all = new HashMap<>(extensionAttributes);
        all.putAll(changed);
        all.values().removeIf(String::isEmpty);
        return new DeviceState(enabled, restored, deletedAt, gone, all);
    }

    public DeviceState deleted(Instant at) {
        return new DeviceState(enabled, restored, at, gone, extensionAttributes);
    }

    public DeviceState restoredAgain() {
        return new DeviceState(enabled, true, null, gone, extensionAttributes);
    }

    public DeviceState deletedForGood() {
        return new DeviceState(enabled, restored, deletedAt, true, extensionAttributes);
    }
}
