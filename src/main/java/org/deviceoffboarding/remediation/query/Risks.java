package org.deviceoffboarding.remediation.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.keys.DeviceKeyService;
import org.deviceoffboarding.keys.DeviceKeys;
import org.deviceoffboarding.remediation.approval.RemediationRules;
import org.deviceoffboarding.remediation.approval.RemediationRulesService;
import org.deviceoffboarding.remediation.recheck.RequiredSteps;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.deviceoffboarding.remediation.request.KeyCount;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Works out what speaks for care with a request, as it is now. */
@Component
class Risks {

    private static final int PAGE = 1_000;

    private final ChangeRequestRepository requests;
    private final RequestedDeviceRepository devices;
    private final RemediationRulesService rules;
    private final FlaggedDevices flagged;
    private final RunResults runs;
    private final Inventories inventories;
    private final DeviceKeyService keys;
    private final RequiredSteps requiredSteps;
    private final Clock clock;

    Risks(
            ChangeRequestRepository requests,
            RequestedDeviceRepository devices,
            RemediationRulesService rules,
            FlaggedDevices flagged,
            RunResults runs,
            Inventories inventories,
            DeviceKeyService keys,
            RequiredSteps requiredSteps,
            Clock clock) {
        this.requests = requests;
        this.devices = devices;
        this.rules = rules;
        this.flagged = flagged;
        this.runs = runs;
        this.inventories = inventories;
        this.keys = keys;
        this.requiredSteps = requiredSteps;
        this.clock = clock;
    }

    Risk of(ChangeRequest request) {
        Instant now = clock.instant();
        Tally tally = tally(request);
        long actedOn = requests.actedOnInADay(now);
        boolean counted = request.action().takesAway()
                && request.decision() != null
                && request.status() != RequestStatus.REJECTED
                && request.decision().at().isAfter(now.minus(RemediationRules.DAY));
        return new Risk(
                request.devices(),
                tenantDevices(),
                tally.kinds,
                tally.finalOnes,
                tally.takenOver,
                tally.keys.missing(),
                tally.keys.notKnown(),
                requiredSteps.missing(request),
                evidenceAge(request, now),
                isOutrun(request),
                counted ? actedOn - request.devices() : actedOn,
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

    private Tally tally(ChangeRequest request) {
        Tally tally = new Tally();
        List<RequestedDevice> page;
        int number = 0;
        do {
            page = devices.find(request.id(), RequestedDeviceFilter.NONE, PageRequest.of(number++, PAGE));
            Map<UUID, DeviceKeys> known = keys.find(
                    page.stream().map(each -> each.device().objectId()).toList());
            page.forEach(each -> tally.add(
                    request.action(), each.device(), known.get(each.device().objectId())));
        } while (page.size() == PAGE);
        return tally;
    }

    /** Counts devices one by one. */
    private static final class Tally {

        private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
        private long finalOnes;
        private long takenOver;
        private KeyCount keys = KeyCount.NONE;

        void add(Action action, DeviceSnapshot device, @Nullable DeviceKeys known) {
            kinds.merge(device.kind(), 1L, Long::sum);
            if (action == Action.DELETE && !device.restorable()) {
                finalOnes++;
            }
            if (action == Action.DISABLE && Boolean.FALSE.equals(device.enabled())) {
                takenOver++;
            }
            if (action.takesAway()) {
                keys = keys.with(device.platform(), device.joinType(), known);
            }
        }
    }
}
