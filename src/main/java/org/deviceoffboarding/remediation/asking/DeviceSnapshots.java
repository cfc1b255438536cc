package org.deviceoffboarding.remediation.asking;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.judging.Judge;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.deviceoffboarding.remediation.request.RequestWording;
import org.deviceoffboarding.removed.DeletedDevice;
import org.deviceoffboarding.removed.DisabledDevice;
import org.jspecify.annotations.Nullable;

/** Makes the snapshot of a device that may be acted on: what is approved. Pure. */
final class DeviceSnapshots {

    private DeviceSnapshots() {}

    /** @throws IllegalArgumentException if too little is known of the device, which {@link Eligibility} refuses */
    static DeviceSnapshot of(Action action, ActionCandidate candidate, JudgingRules rules) {
        DeviceFacts facts = candidate.facts();
        if (facts != null) {
            return of(action, facts, candidate, rules);
        }
        DeletedDevice deleted = candidate.deleted();
        if (deleted == null) {
            throw new IllegalArgumentException("Nothing is known of the device");
        }
        return of(deleted);
    }

    private static DeviceSnapshot of(Action action, DeviceFacts facts, ActionCandidate candidate, JudgingRules rules) {
        EntraDevice entra = facts.entra();
        Finding finding = candidate.finding();
        Optional<ManagedDevice> record = facts.managed().stream().findFirst();
        return new DeviceSnapshot(
                entra.objectId(),
                entra.deviceId(),
                finding == null ? record.map(ManagedDevice::intuneId).orElse(null) : finding.intuneId(),
                entra.displayName(),
                finding == null ? facts.serialNumber() : finding.serialNumber(),
                finding == null ? facts.user() : finding.user(),
                Platform.of(entra.operatingSystem()),
                finding == null ? Ownership.of(entra.ownership()) : finding.ownership(),
                Judge.kindOf(facts, rules),
                finding == null ? null : finding.situation(),
                entra.accountEnabled(),
                entra.trustType(),
                entra.profileType(),
                entra.operatingSystem(),
                entra.lastSignIn(),
                lastSync(facts),
                evidence(action, finding, candidate.disabled()));
    }

    private static DeviceSnapshot of(DeletedDevice deleted) {
        return new DeviceSnapshot(
                deleted.objectId(),
                deleted.deviceId(),
                null,
                deleted.name(),
                deleted.serialNumber(),
                null,
                deleted.platform(),
                Ownership.UNKNOWN,
                Kind.ORDINARY,
                null,
                false,
                deleted.joinType(),
                null,
                null,
                null,
                null,
                "This portal deleted it on " + RequestWording.time(deleted.deletedAt()) + ".");
    }

    /** What a device was flagged for no longer matters where it is enabled again: what this portal did does. */
    private static String evidence(Action action, @Nullable Finding finding, @Nullable DisabledDevice disabled) {
        if (action.takesAway() && finding != null && !finding.evidence().isEmpty()) {
            return String.join(" ", finding.evidence());
        }
        if (disabled == null) {
            return "Nothing is known of it.";
        }
        return "This portal disabled it on " + RequestWording.time(disabled.disabledAt()) + ", with the identity of "
                + disabled.disabledBy() + "." + (disabled.leftBecause() == null ? "" : " " + disabled.leftBecause());
    }

    private static @Nullable Instant lastSync(DeviceFacts facts) {
        return facts.managed().stream()
                .map(ManagedDevice::lastSync)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
