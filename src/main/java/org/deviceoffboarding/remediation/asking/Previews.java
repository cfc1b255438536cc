package org.deviceoffboarding.remediation.asking;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.remediation.approval.RemediationRules;
import org.deviceoffboarding.remediation.approval.RemediationRulesService;
import org.deviceoffboarding.remediation.asking.Preview.Refused;
import org.deviceoffboarding.remediation.recheck.RequiredSteps;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.deviceoffboarding.remediation.request.KeyCount;
import org.deviceoffboarding.remediation.request.RequestWording;
import org.springframework.stereotype.Component;

/** Works out what an action on some devices would mean. */
@Component
class Previews {

    private final ActionCandidates candidates;
    private final FlaggedDevices flagged;
    private final RemediationRulesService rules;
    private final EarlierRequestRepository requests;
    private final RequiredSteps requiredSteps;
    private final Clock clock;

    Previews(
            ActionCandidates candidates,
            FlaggedDevices flagged,
            RemediationRulesService rules,
            EarlierRequestRepository requests,
            RequiredSteps requiredSteps,
            Clock clock) {
        this.candidates = candidates;
        this.flagged = flagged;
        this.rules = rules;
        this.requests = requests;
        this.requiredSteps = requiredSteps;
        this.clock = clock;
    }

    Preview of(Action action, Collection<UUID> objectIds) {
        JudgingRules judging = flagged.rules();
        var eligibility = new Eligibility(judging, clock.instant());
        List<DeviceSnapshot> devices = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        KeyCount keys = KeyCount.NONE;
        Map<UUID, ActionCandidate> all = candidates.of(objectIds);
        Map<UUID, String> tooEarly = requiredSteps.refusals(action, findings(all));
        for (Map.Entry<UUID, ActionCandidate> each : all.entrySet()) {
            String never = eligibility.refusal(action, each.getValue());
            String refusal = never == null ? tooEarly.get(each.getKey()) : never;
            if (refusal == null) {
                DeviceSnapshot device = DeviceSnapshots.of(action, each.getValue(), judging);
                devices.add(device);
                keys = keys.with(
                        device.platform(), device.joinType(), each.getValue().keys());
            } else {
                refused.add(new Refused(each.getKey(), nameOf(each.getValue()), refusal));
            }
        }
        RemediationRules limits = rules.current().rules();
        return new Preview(
                action,
                devices,
                refused,
                limits.needsApproval(devices.size() + withoutApproval(action)),
                keys.missing(),
                keys.notKnown(),
                hindrance(action, devices.size(), limits));
    }

    private static List<Finding> findings(Map<UUID, ActionCandidate> candidates) {
        return candidates.values().stream()
                .flatMap(candidate -> Stream.ofNullable(candidate.finding()))
                .toList();
    }

    /** Counts what nobody else approved lately: one large request cannot become several small ones. */
    private long withoutApproval(Action action) {
        return action.takesAway() ? requests.withoutApprovalInADay(clock.instant()) : 0;
    }

    private String hindrance(Action action, int devices, RemediationRules limits) {
        if (action.takesAway()
                && flagged.result().isPresent()
                && flagged.outdated(flagged.result().get())) {
            return "An owner changed thresholds or instructions since the newest run. Run again first, so that nothing is done to"
                    + " a device that the new ones would leave out.";
        }
        if (devices > limits.perRequest()) {
            return "A request may hold " + RequestWording.devices(limits.perRequest()) + " at the most, and these are "
                    + RequestWording.devices(devices)
                    + ". Pick fewer, or ask an owner to raise the cap under Settings.";
        }
        if (action.takesAway() && devices > limits.perDay()) {
            return "Within 24 hours " + RequestWording.devices(limits.perDay())
                    + " may be disabled or deleted at the most. Pick fewer, or ask an owner to raise the cap under Settings.";
        }
        return "";
    }

    private static String nameOf(ActionCandidate candidate) {
        if (candidate.facts() != null) {
            return candidate.facts().entra().displayName();
        }
        if (candidate.deleted() != null) {
            return candidate.deleted().name();
        }
        return candidate.disabled() == null ? "" : candidate.disabled().name();
    }
}
