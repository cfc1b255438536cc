package org.deviceoffboarding.remediation.asking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.exception.DeviceExceptions;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.keys.DeviceKeyService;
import org.deviceoffboarding.remediation.execution.OpenRequests;
import org.deviceoffboarding.removed.DeletedDevices;
import org.deviceoffboarding.removed.DisabledDevices;
import org.deviceoffboarding.removed.VerifiedChanges;
import org.springframework.stereotype.Component;

/** Brings together, from what the portal has stored, all that decides whether an action may be asked for. */
@Component
class ActionCandidates {

    private final FlaggedDevices flagged;
    private final Inventories inventories;
    private final DeviceExceptions exceptions;
    private final DisabledDevices disabledDevices;
    private final DeletedDevices deletedDevices;
    private final VerifiedChanges changes;
    private final DeviceKeyService keys;
    private final OpenRequests openRequests;

    ActionCandidates(
            FlaggedDevices flagged,
            Inventories inventories,
            DeviceExceptions exceptions,
            DisabledDevices disabledDevices,
            DeletedDevices deletedDevices,
            VerifiedChanges changes,
            DeviceKeyService keys,
            OpenRequests openRequests) {
        this.flagged = flagged;
        this.inventories = inventories;
        this.exceptions = exceptions;
        this.disabledDevices = disabledDevices;
        this.deletedDevices = deletedDevices;
        this.changes = changes;
        this.keys = keys;
        this.openRequests = openRequests;
    }

    /** Returns a candidate for each of a page of devices by object ID, in the order given, also where nothing is known of it. */
    Map<UUID, ActionCandidate> of(List<UUID> page) {
        Map<UUID, ActionCandidate> candidates = new LinkedHashMap<>();
        Map<UUID, DeviceFacts> facts = inventories.current(page);
        Map<UUID, Finding> findings =
                flagged.result().map(run -> flagged.find(run.id(), page)).orElse(Map.of());
        Map<UUID, List<String>> excepted = exceptions.sentences(facts.values());
        var disabled = disabledDevices.find(page);
        var deleted = deletedDevices.find(page);
        var changed = changes.find(page);
        var known = keys.find(page);
        var open = openRequests.of(page);
        for (UUID id : page) {
            Long request = open.get(id);
            candidates.put(
                    id,
                    new ActionCandidate(
                            facts.get(id),
                            findings.get(id),
                            excepted.getOrDefault(id, List.of()),
                            disabled.get(id),
                            deleted.get(id),
                            changed.get(id),
                            known.get(id),
                            request == null ? OptionalLong.empty() : OptionalLong.of(request)));
        }
        return candidates;
    }
}
