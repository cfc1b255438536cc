package org.deviceoffboarding.remediation.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.deviceoffboarding.remediation.request.RequestWording;
import org.jspecify.annotations.Nullable;

/**
 * Compares a device, read again by its ID just before an action, with what was approved. Pure. Whatever is not the same, or
 * would no longer be flagged, is a reason to leave the device alone.
 */
final class DriftCheck {

    private final Function<DeviceFacts, Judgement> judge;
    private final boolean restored;

    /**
     * @param judge by all that is in force now; not asked where an action is taken back
     * @param restored whether the database was restored from a backup since the action was asked for
     */
    DriftCheck(Function<DeviceFacts, Judgement> judge, boolean restored) {
        this.judge = judge;
        this.restored = restored;
    }

    /**
     * Returns why the device is left alone, as a sentence for people; null if the action may go ahead.
     *
     * @param facts with the records of Entra and Intune as they are now; null if Entra has no such device
     * @param exceptions sentences of the exceptions that it falls under now
     * @param earlier the last that this portal did to it; null if nothing
     */
    @Nullable
    String obstacle(
            Action action,
            DeviceSnapshot approved,
            @Nullable DeviceFacts facts,
            List<String> exceptions,
            @Nullable EarlierDoing earlier) {
        if (facts == null) {
            return "It is no longer in Entra: " + EarlierDoing.who(earlier, Action.DELETE, "deleted", restored) + ".";
        }
        if (action == Action.ENABLE) {
            return Boolean.TRUE.equals(facts.entra().accountEnabled())
                    ? "It is enabled already: " + EarlierDoing.who(earlier, Action.ENABLE, "enabled", restored) + "."
                    : identity(approved, facts.entra());
        }
        if (!exceptions.isEmpty()) {
            return exceptions.getFirst();
        }
        String change = change(approved, facts, earlier);
        return change != null ? change : Verdict.obstacle(approved.situation(), judge.apply(facts));
    }

    private @Nullable String change(DeviceSnapshot approved, DeviceFacts facts, @Nullable EarlierDoing earlier) {
        String other = identity(approved, facts.entra());
        if (other != null) {
            return other;
        }
        Boolean enabled = facts.entra().accountEnabled();
        if (!Objects.equals(approved.enabled(), enabled)) {
            return "It was " + state(approved.enabled()) + " when it was approved, and is " + state(enabled) + " now: "
                    + EarlierDoing.who(
                            earlier, Boolean.TRUE.equals(enabled) ? Action.ENABLE : Action.DISABLE, "changed", restored)
                    + ".";
        }
        return activity(approved, facts);
    }

    private static @Nullable String activity(DeviceSnapshot approved, DeviceFacts facts) {
        Instant signIn = facts.entra().lastSignIn();
        if (isLater(signIn, approved.lastSignIn())) {
            return "It was active since it was approved: Entra saw it on "
                    + RequestWording.time(Objects.requireNonNull(signIn)) + ".";
        }
        return facts.managed().stream()
                .map(ManagedDevice::lastSync)
                .filter(sync -> isLater(sync, approved.lastSync()))
                .findFirst()
                .map(sync -> "It was active since it was approved: it synchronised with Intune on "
                        + RequestWording.time(sync) + ".")
                .orElse(null);
    }

    /** Returns how it differs from what was approved in what says which device it is. */
    private static @Nullable String identity(DeviceSnapshot approved, EntraDevice now) {
        List<String> differences = new ArrayList<>();
        add(differences, "name", approved.name(), now.displayName());
        add(differences, "device ID", approved.deviceId(), now.deviceId());
        add(differences, "operating system", approved.operatingSystem(), now.operatingSystem());
        add(differences, "join type", approved.joinType(), now.trustType());
        add(differences, "profile type", approved.profileType(), now.profileType());
        return differences.isEmpty() ? null : "It is not as it was approved: " + String.join(", ", differences) + ".";
    }

    private static void add(List<String> differences, String what, @Nullable Object approved, @Nullable Object now) {
        if (!Objects.equals(approved, now)) {
            differences.add(what + " was " + quoted(approved) + ", is " + quoted(now));
        }
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "blank" : "'" + value + "'";
    }

    private static boolean isLater(@Nullable Instant time, @Nullable Instant approved) {
        return time != null && (approved == null || time.isAfter(approved));
    }

    private static String state(@Nullable Boolean enabled) {
        return enabled == null ? "in a state that is not known" : enabled ? "enabled" : "disabled";
    }
}
