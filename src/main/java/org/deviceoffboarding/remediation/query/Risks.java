package org.deviceoffboarding.remediation.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.remediation.approval.RemediationRulesService;
import org.deviceoffboarding.remediation.recheck.RequiredSteps;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceTally;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what speaks for care with a request, as it is now. */
@Component
class Risks {

    private final ChangeRequestRepository requests;
    private final RequestedDeviceRepository devices;
    private final RemediationRulesService rules;
    private final FlaggedDevices flagged;
    private final RunResults runs;
    private final Inventories inventories;
    private final RequiredSteps requiredSteps;
    private final Clock clock;

    Risks(
            ChangeRequestRepository requests,
            RequestedDeviceRepository devices,
            RemediationRulesService rules,
            FlaggedDevices flagged,
            RunResults runs,
            Inventories inventories,
            RequiredSteps requiredSteps,
            Clock clock) {
        this.requests = requests;
        this.devices = devices;
        this.rules = rules;
        this.flagged = flagged;
        this.runs = runs;
        this.inventories = inventories;
        this.requiredSteps = requiredSteps;
        this.clock = clock;
    }

    Risk of(ChangeRequest request) {
        Instant now = clock.instant();
        DeviceTally tally = DeviceTally.of(request.action(), devices.alike(request.id()));
        return new Risk(
                request.devices(),
                tenantDevices(),
                tally.kinds(),
                tally.finalOnes(),
                tally.takenOver(),
                tally.keys().missing(),
                tally.keys().notKnown(),
                requiredSteps.missing(request),
                evidenceAge(request, now),
                isOutrun(request),
                requests.actedOnInADay(now, request.id()),
                rules.current().rules().perDay());
    }

    private long tenantDevices() {
        OptionalLong run = inventories.published();
        return run.isEmpty() ? 0 : inventories.counts(run.getAsLong()).entraDevices();
    }

    private @Nullable Duration evidenceAge(ChangeRequest request, Instant now) {
        return request.runId() == null
                ? null
                : runs.readAt(request.runId())
                        .map(read -> Duration.between(read, now))
                        .orElse(null);
    }

    private boolean isOutrun(ChangeRequest request) {
        Long run = request.runId();
        return run != null && flagged.result().map(newest -> newest.id() > run).orElse(false);
    }
}
