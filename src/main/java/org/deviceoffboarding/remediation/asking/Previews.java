package org.deviceoffboarding.remediation.asking;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.keys.DeviceKeys;
import org.deviceoffboarding.remediation.approval.RemediationRules;
import org.deviceoffboarding.remediation.approval.RemediationRulesService;
import org.deviceoffboarding.remediation.asking.Preview.Refused;
import org.deviceoffboarding.remediation.recheck.AwaitedRun;
import org.deviceoffboarding.remediation.recheck.RequiredSteps;
import org.deviceoffboarding.remediation.recheck.RestrictedCount;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.deviceoffboarding.remediation.request.DeviceTally;
import org.deviceoffboarding.remediation.request.KeyCount;
import org.deviceoffboarding.remediation.request.RequestWording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what an action on some devices would mean. */
@Component
class Previews {

    /** Why nothing is asked for that would begin at once. */
    static final String NO_AGENT =
            "No agent is set up, and each device is looked at with its identity just before anything is done to it, also to take"
                    + " something back. An owner has to set it up under Settings first.";

    private static final int PAGE = 2_000;

    private final ActionCandidates candidates;
    private final FlaggedDevices flagged;
    private final RemediationRulesService rules;
    private final EarlierRequestRepository requests;
    private final Inventories inventories;
    private final RequiredSteps requiredSteps;
    private final AwaitedRun awaitedRun;
    private final Clock clock;

    Previews(
            ActionCandidates candidates,
            FlaggedDevices flagged,
            RemediationRulesService rules,
            EarlierRequestRepository requests,
            Inventories inventories,
            RequiredSteps requiredSteps,
            AwaitedRun awaitedRun,
            Clock clock) {
        this.candidates = candidates;
        this.flagged = flagged;
        this.rules = rules;
        this.requests = requests;
        this.inventories = inventories;
        this.requiredSteps = requiredSteps;
        this.awaitedRun = awaitedRun;
        this.clock = clock;
    }

    /** Returns the devices of a page that an action may be asked for, as they are now, in the order given. */
    List<DeviceSnapshot> devices(Action action, List<UUID> page) {
        return new Judging(action).of(page).allowed();
    }

    /** @param allowed given the devices that the action may be asked for, a page at a time */
    Preview of(Action action, Collection<UUID> objectIds, Progress progress, Consumer<List<DeviceSnapshot>> allowed) {
        Judging judging = new Judging(action);
        List<UUID> all = objectIds.stream().distinct().toList();
        List<UUID> devices = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        DeviceTally tally = DeviceTally.NONE;
        for (int from = 0; from < all.size(); from += PAGE) {
            progress.at(from, all.size());
            Judged page = judging.of(all.subList(from, Math.min(from + PAGE, all.size())));
            page.allowed().forEach(device -> devices.add(device.objectId()));
            refused.addAll(page.refused());
            tally = tally.plus(page.tally());
            allowed.accept(page.allowed());
        }
        RestrictedCount restricted = RestrictedCount.of(inventories.units(devices));
        boolean needsApproval = needsApproval(action, devices.size(), restricted.devices());
        boolean agentAwaited = !awaitedRun.hasAgent();
        return new Preview(
                action,
                devices,
                tally,
                refused,
                restricted,
                needsApproval,
                agentAwaited && !needsApproval ? NO_AGENT : hindrance(action, devices.size()),
                agentAwaited);
    }

    /**
     * Returns whether a second person has to approve an action on these devices, as always where some are in restricted
     * administrative units: it is for an approver to say that their role is assigned there.
     */
    boolean needsApproval(Action action, Collection<UUID> devices) {
        return needsApproval(
                action, devices.size(), inventories.restricted(devices).size());
    }

    private boolean needsApproval(Action action, int devices, long restricted) {
        return restricted > 0 || rules.current().rules().needsApproval(devices + withoutApproval(action));
    }

    /** What is judged by the same rules at the same time. */
    private final class Judging {

        private final Action action;
        private final JudgingRules judging = flagged.rules();
        private final Eligibility eligibility = new Eligibility(judging, clock.instant());
        private final Function<Finding, String> tooEarly;

        Judging(Action action) {
            this.action = action;
            this.tooEarly = requiredSteps.refusals(action);
        }

        Judged of(List<UUID> page) {
            List<DeviceSnapshot> allowed = new ArrayList<>();
            List<Refused> refused = new ArrayList<>();
            List<DeviceTally.Alike> counted = new ArrayList<>();
            candidates.of(page).forEach((id, candidate) -> {
                String refusal = refusal(candidate);
                if (refusal.isEmpty()) {
                    DeviceSnapshot device = DeviceSnapshots.of(action, candidate, judging);
                    allowed.add(device);
                    counted.add(counted(device, candidate.keys()));
                } else {
                    refused.add(new Refused(id, nameOf(candidate), refusal));
                }
            });
            return new Judged(allowed, refused, DeviceTally.of(action, counted));
        }

        private String refusal(ActionCandidate candidate) {
            String never = eligibility.refusal(action, candidate);
            return never != null ? never : candidate.finding() == null ? "" : tooEarly.apply(candidate.finding());
        }
    }

    private record Judged(List<DeviceSnapshot> allowed, List<Refused> refused, DeviceTally tally) {}

    private static DeviceTally.Alike counted(DeviceSnapshot device, @Nullable DeviceKeys keys) {
        return new DeviceTally.Alike(
                device.kind(),
                device.platform(),
                Boolean.FALSE.equals(device.enabled()),
                device.restorable(),
                KeyCount.of(
                        device.platform(),
                        device.joinType(),
                        keys == null ? null : keys.bitlockerKeys(),
                        keys == null ? null : keys.laps(),
                        1),
                1);
    }

    /** Counts what nobody else approved lately: one large request cannot become several small ones. */
    private long withoutApproval(Action action) {
        return action.takesAway() ? requests.withoutApprovalInADay(clock.instant()) : 0;
    }

    /** Returns why an action can't be asked for so many devices at all now, and what to do; empty if nothing hinders it. */
    String hindrance(Action action, int devices) {
        RemediationRules limits = rules.current().rules();
        if (action.takesAway()
                && flagged.result().isPresent()
                && flagged.outdated(flagged.result().get())) {
            return "An owner changed thresholds or instructions since the newest run. Run again first, so that nothing is done to"
                    + " a device that the new ones would leave out.";
        }
        if (awaitedRun.readAsAnother(action)) {
            return AwaitedRun.READ_AS_ANOTHER
                    + " Run again first, so that nothing is done to a device that it would be shown.";
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
