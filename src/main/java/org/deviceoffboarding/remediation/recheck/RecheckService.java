package org.deviceoffboarding.remediation.recheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.evaluation.DecisionsUnreadableException;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.Freshness;
import org.deviceoffboarding.evaluation.PresentJudging;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.judging.Judgement;
import org.deviceoffboarding.remediation.execution.Verdict;
import org.deviceoffboarding.remediation.recheck.Recheck.LeftAlone;
import org.deviceoffboarding.remediation.recheck.Recheck.StillFlagged;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Judges the devices of a request again, as the inventory knows them, by the newest result, thresholds, instructions and
 * exceptions. What they are in the tenant by then is read just before each is acted on.
 */
@Service
@May(Capability.READ)
public class RecheckService {

    private static final int PAGE = 2_000;

    private final UnsentDeviceRepository devices;
    private final PresentJudging judging;
    private final FlaggedDevices flagged;
    private final Inventories inventories;
    private final AwaitedRun awaitedRun;

    RecheckService(
            UnsentDeviceRepository devices,
            PresentJudging judging,
            FlaggedDevices flagged,
            Inventories inventories,
            AwaitedRun awaitedRun) {
        this.devices = devices;
        this.judging = judging;
        this.flagged = flagged;
        this.inventories = inventories;
        this.awaitedRun = awaitedRun;
    }

    /**
     * Returns which devices of a request would be acted on by what is in force now. Called outside of any transaction.
     *
     * @param groups for whoever decides, as they are now
     */
    public Recheck of(ChangeRequest request, Freshness groups) {
        return of(request, groups, Progress.UNSEEN);
    }

    /** As {@link #of(ChangeRequest, Freshness)}, for many devices. */
    public Recheck of(ChangeRequest request, Freshness groups, Progress progress) {
        String awaited = awaitedRun.of(request);
        if (!awaited.isEmpty()) {
            return Recheck.awaiting(awaited);
        }
        if (!request.action().takesAway()) {
            return Recheck.NONE;
        }
        try {
            return judged(request, judging.prepare(groups), progress);
        } catch (DecisionsUnreadableException e) {
            return Recheck.undecided(e.reason());
        }
    }

    /**
     * Returns how many devices of a request the inventory says are in restricted administrative units, and in which: Entra lets nobody
     * change them but who has a role that is assigned there.
     */
    public RestrictedCount restricted(ChangeRequest request) {
        RestrictedCount restricted = RestrictedCount.NONE;
        List<DeviceSnapshot> page = devices.page(request.id(), null, PAGE);
        while (!page.isEmpty()) {
            List<UUID> ids = page.stream().map(DeviceSnapshot::objectId).toList();
            restricted = restricted.plus(inventories.units(ids));
            page = devices.page(request.id(), page.getLast().objectId(), PAGE);
        }
        return restricted;
    }

    private Recheck judged(ChangeRequest request, Function<DeviceFacts, Judgement> judge, Progress progress) {
        List<StillFlagged> stillFlagged = new ArrayList<>();
        List<LeftAlone> leftAlone = new ArrayList<>();
        List<DeviceSnapshot> page = devices.page(request.id(), null, PAGE);
        while (!page.isEmpty()) {
            progress.at(stillFlagged.size() + leftAlone.size(), request.devices());
            List<UUID> ids = page.stream().map(DeviceSnapshot::objectId).toList();
            Map<UUID, DeviceFacts> facts = inventories.current(ids);
            Map<UUID, Finding> findings =
                    flagged.result().map(run -> flagged.find(run.id(), ids)).orElse(Map.of());
            for (DeviceSnapshot device : page) {
                UUID id = device.objectId();
                String obstacle = obstacle(device, facts.get(id), findings.containsKey(id), judge);
                if (obstacle == null) {
                    stillFlagged.add(new StillFlagged(id, device.name()));
                } else {
                    leftAlone.add(new LeftAlone(id, device.name(), obstacle));
                }
            }
            page = devices.page(request.id(), page.getLast().objectId(), PAGE);
        }
        return new Recheck(stillFlagged, leftAlone, "", false);
    }

    private static @Nullable String obstacle(
            DeviceSnapshot device, @Nullable DeviceFacts facts, boolean found, Function<DeviceFacts, Judgement> judge) {
        if (facts == null) {
            return "The newest inventory does not have it: it is no longer in Entra.";
        }
        String obstacle = Verdict.obstacle(device.situation(), judge.apply(facts));
        return obstacle == null && !found ? "The newest run no longer flags it." : obstacle;
    }
}
