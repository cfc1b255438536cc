package org.deviceoffboarding.remediation.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.audit.restored.RestoredDatabase;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.Freshness;
import org.deviceoffboarding.evaluation.PresentJudging;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.exception.DeviceExceptions;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.inventory.LiveDevices;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.judging.LinkState;
import org.deviceoffboarding.remediation.recheck.AwaitedRun;
import org.deviceoffboarding.remediation.recheck.RequiredSteps;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.deviceoffboarding.removed.DisabledDevice;
import org.deviceoffboarding.removed.DisabledDevices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at devices once more just before an action: reads each by its ID in Entra and in Intune, with the agent's identity,
 * and asks whether it is still what was approved, see {@link DriftCheck}.
 */
@Component
class PreflightCheck {

    private static final String RESTRICTED =
            "It is in a restricted management administrative unit, and who approved did not say that their role is assigned there."
                    + " Run again, so that the portal knows that it is, then ask for it again: whoever approves it can say so.";

    private final RequestStore requests;
    private final RequiredSteps steps;
    private final AwaitedRun awaitedRun;
    private final FlaggedDevices flagged;
    private final PresentJudging judging;
    private final Inventories inventories;
    private final DeviceExceptions exceptions;
    private final DisabledDevices disabledDevices;
    private final DeviceTransitions transitions;
    private final LiveDevices live;
    private final FormerRecordReading formerRecords;
    private final AgentIdentity agent;
    private final RestoredDatabase restored;

    PreflightCheck(
            RequestStore requests,
            RequiredSteps steps,
            AwaitedRun awaitedRun,
            FlaggedDevices flagged,
            PresentJudging judging,
            Inventories inventories,
            DeviceExceptions exceptions,
            DisabledDevices disabledDevices,
            DeviceTransitions transitions,
            LiveDevices live,
            FormerRecordReading formerRecords,
            AgentIdentity agent,
            RestoredDatabase restored) {
        this.requests = requests;
        this.steps = steps;
        this.awaitedRun = awaitedRun;
        this.flagged = flagged;
        this.judging = judging;
        this.inventories = inventories;
        this.exceptions = exceptions;
        this.disabledDevices = disabledDevices;
        this.transitions = transitions;
        this.live = live;
        this.formerRecords = formerRecords;
        this.agent = agent;
        this.restored = restored;
    }

    /**
     * Looks at devices that wait to be sent. Takes a network's time.
     *
     * @throws StepsNotTickedException if a step that the playbook requires before is no longer ticked
     * @throws org.deviceoffboarding.graph.GraphException if it could not be found out for every one
     * @throws org.deviceoffboarding.evaluation.DecisionsUnreadableException if it can't be told what owners' decisions leave out
     */
    Checked check(ChangeRequest request, List<RequestedDevice> devices) {
        List<UUID> ids = ids(devices);
        if (ids.isEmpty()) {
            return new Checked(Set.of(), Map.of(), Set.of());
        }
        requireSteps(request, ids);
        AccessTokens tokens = agent.tokens();
        Map<UUID, EntraDevice> entra = live.inEntra(ids, tokens);
        Set<UUID> done = doneLate(devices, new ActualState.Read(request.action(), entra));
        Map<UUID, String> obstacles = request.action() == Action.RESTORE
                ? restoring(ids, entra.keySet(), tokens)
                : changing(request, devices, entra, tokens);
        obstacles.keySet().removeAll(done);
        Set<UUID> others = request.action() == Action.DISABLE ? disabledByOthers(entra) : Set.of();
        return new Checked(done, obstacles, others);
    }

    /** They were ticked when it was approved. */
    private void requireSteps(ChangeRequest request, List<UUID> ids) {
        List<String> missing = request.action().waitsForRequiredSteps() ? steps.missing(request, ids) : List.of();
        if (!missing.isEmpty()) {
            throw new StepsNotTickedException(missing);
        }
    }

    private static List<UUID> ids(List<RequestedDevice> devices) {
        return devices.stream().map(each -> each.device().objectId()).toList();
    }

    /** Entra shows late what it did: a device it was asked about before is as wanted because of that. */
    private static Set<UUID> doneLate(List<RequestedDevice> devices, ActualState.Read now) {
        return devices.stream()
                .filter(device -> device.attempts() > 0 && now.isDone(device))
                .map(device -> device.device().objectId())
                .collect(Collectors.toSet());
    }

    /** What this portal disabled itself is its own, also after it left the queue for deletion. */
    private Set<UUID> disabledByOthers(Map<UUID, EntraDevice> entra) {
        Set<UUID> disabled = entra.values().stream()
                .filter(device -> Boolean.FALSE.equals(device.accountEnabled()))
                .map(EntraDevice::objectId)
                .collect(Collectors.toSet());
        disabledDevices.find(disabled).values().stream()
                .filter(device -> !device.takenOver())
                .map(DisabledDevice::objectId)
                .forEach(disabled::remove);
        return disabled;
    }

    private Map<UUID, String> restoring(List<UUID> ids, Set<UUID> present, AccessTokens tokens) {
        Set<UUID> deleted = live.inRecycleBin(ids, tokens);
        Map<UUID, String> obstacles = new HashMap<>();
        for (UUID id : ids) {
            if (present.contains(id)) {
                obstacles.put(id, "It is in Entra already: somebody else restored it.");
            } else if (!deleted.contains(id)) {
                obstacles.put(id, "It is no longer in Entra's recycle bin.");
            }
        }
        return obstacles;
    }

    /** What was asked for before a backup was made may have been carried out behind it, and the database not know. */
    private boolean isRestoredSince(ChangeRequest request) {
        return restored.confirmed().stream().anyMatch(each -> each.confirmedAt().isAfter(request.requestedAt()));
    }

    private Map<UUID, String> changing(
            ChangeRequest request, List<RequestedDevice> devices, Map<UUID, EntraDevice> entra, AccessTokens tokens) {
        Map<UUID, DeviceFacts> facts = facts(entra, tokens);
        Map<UUID, List<String>> excepted = exceptions.sentences(facts.values());
        DriftCheck drift = new DriftCheck(judge(request.action()), isRestoredSince(request));
        Optional<Run> result = flagged.result();
        boolean readAsAnother = awaitedRun.readAsAnother(request.action());
        Map<UUID, Finding> findings =
                result.map(run -> flagged.find(run.id(), facts.keySet())).orElse(Map.of());
        Map<UUID, EarlierDoing> earlier = transitions.lastAccepted(ids(devices));
        boolean roleInUnits = requests.hasRoleInUnits(request.id());
        Map<UUID, String> obstacles = new HashMap<>();
        for (RequestedDevice each : devices) {
            UUID id = each.device().objectId();
            String obstacle = readAsAnother
                    ? AwaitedRun.READ_AS_ANOTHER + " Run again."
                    : drift.obstacle(
                            request.action(),
                            each.device(),
                            facts.get(id),
                            excepted.getOrDefault(id, List.of()),
                            earlier.get(id));
            if (obstacle == null && request.action().takesAway() && !findings.containsKey(id)) {
                obstacle = "The newest run no longer flags it.";
            }
            EntraDevice now = entra.get(id);
            if (obstacle == null
                    && request.action().takesAway() // what is taken back Entra decides
                    && !roleInUnits
                    && now != null
                    && now.isRestricted()) {
                obstacle = RESTRICTED;
            }
            if (obstacle != null) {
                obstacles.put(id, obstacle);
            }
        }
        return obstacles;
    }

    /** What is taken back is not judged: no decision of an owner stands in its way. */
    private Function<DeviceFacts, Judgement> judge(Action action) {
        return action.takesAway()
                ? judging.prepare(Freshness.NOW)
                : facts -> new Judgement.NotFlagged(LinkState.HEALTHY);
    }

    /** Returns what is known of each device, with its records as they are now. */
    private Map<UUID, DeviceFacts> facts(Map<UUID, EntraDevice> entra, AccessTokens tokens) {
        Map<UUID, List<ManagedDevice>> managed = live.inIntune(
                entra.values().stream()
                        .map(EntraDevice::deviceId)
                        .filter(Objects::nonNull)
                        .toList(),
                tokens);
        Map<UUID, DeviceFacts> known = inventories.current(entra.keySet());
        Map<UUID, DeviceFacts> facts = new HashMap<>();
        entra.forEach((id, device) -> {
            UUID deviceId = device.deviceId();
            facts.put(
                    id,
                    with(
                            known.get(id),
                            device,
                            deviceId == null ? List.of() : managed.getOrDefault(deviceId, List.of())));
        });
        return formerRecords.asNow(facts, known, tokens);
    }

    private static DeviceFacts with(@Nullable DeviceFacts known, EntraDevice entra, List<ManagedDevice> managed) {
        return known == null ? new DeviceFacts(entra, managed, null, List.of()) : known.withRecords(entra, managed);
    }

    /**
     * What is to become of devices that wait to be sent: the first that holds one counts, and those that are in none are sent.
     *
     * @param done those that an earlier attempt has changed after all
     * @param obstacles why others are left alone
     * @param disabledByOthers those that are to be disabled and were before they were asked for, by somebody else
     */
    record Checked(Set<UUID> done, Map<UUID, String> obstacles, Set<UUID> disabledByOthers) {

        boolean toSend(UUID id) {
            return !done.contains(id) && !obstacles.containsKey(id) && !disabledByOthers.contains(id);
        }
    }
}
