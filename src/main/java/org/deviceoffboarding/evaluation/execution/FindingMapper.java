package org.deviceoffboarding.evaluation.execution;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.inventory.AutopilotIdentity;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.judging.Judgement.Flagged;
import org.deviceoffboarding.judging.Judgement.LeftOut;
import org.deviceoffboarding.judging.Timestamps;
import org.jspecify.annotations.Nullable;

/** Turns judgements into what is kept of them. */
final class FindingMapper {

    private FindingMapper() {}

    static Finding finding(Run run, DeviceFacts facts, Flagged judgement, Instant now) {
        EntraDevice entra = facts.entra();
        RemovalEvent removal = judgement.removal();
        return new Finding(
                run.id(),
                entra.objectId(),
                entra.deviceId(),
                intuneId(facts, removal),
                entra.displayName(),
                facts.serialNumber(),
                facts.user(),
                Platform.of(entra.operatingSystem()),
                facts.ownership(),
                entra.trustType(),
                judgement.kind(),
                judgement.situation(),
                judgement.linkState(),
                entra.accountEnabled(),
                entra.compliant(),
                Timestamps.known(entra.lastSignIn(), now),
                lastSync(facts, now),
                removal == null ? null : removal.kind(),
                removal == null ? null : removal.at(),
                removal == null ? null : removal.actor(),
                judgement.evidence(),
                null,
                null,
                null,
                null);
    }

    static LeftOutDevice leftOut(Run run, DeviceFacts facts, LeftOut judgement) {
        EntraDevice entra = facts.entra();
        return new LeftOutDevice(
                run.id(),
                entra.objectId(),
                entra.displayName(),
                Platform.of(entra.operatingSystem()),
                judgement.reason(),
                judgement.situation(),
                judgement.detail(),
                facts.ownership(),
                judgement.group(),
                judgement.instruction(),
                null);
    }

    static LeftOutDevice notConfirmed(Run run, DeviceFacts facts, Finding finding) {
        return leftOut(run, facts, LeftOut.notConfirmed(finding.situation()));
    }

    private static @Nullable UUID intuneId(DeviceFacts facts, @Nullable RemovalEvent removal) {
        if (!facts.managed().isEmpty()) {
            return facts.managed().getFirst().intuneId();
        }
        if (removal != null && removal.intuneId() != null) {
            return removal.intuneId();
        }
        if (!facts.former().isEmpty()) {
            return facts.former().getFirst().intuneId();
        }
        AutopilotIdentity identity = facts.autopilot();
        return identity == null ? null : identity.managedDeviceId();
    }

    private static @Nullable Instant lastSync(DeviceFacts facts, Instant now) {
        List<Instant> syncs = facts.managed().stream()
                .map(record -> Timestamps.known(record.lastSync(), now))
                .filter(Objects::nonNull)
                .toList();
        return syncs.stream().max(Instant::compareTo).orElse(null);
    }
}
