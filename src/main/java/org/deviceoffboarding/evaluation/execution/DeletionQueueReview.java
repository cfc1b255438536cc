package org.deviceoffboarding.evaluation.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.evaluation.ResultPart;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.Deletable;
import org.deviceoffboarding.judging.Timestamps;
import org.deviceoffboarding.removed.DisabledDevice;
import org.deviceoffboarding.removed.DisabledDevices;
import org.deviceoffboarding.removed.VerifiedChange;
import org.deviceoffboarding.removed.VerifiedChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes devices out of the queue for deletion that do not belong there any more: something was heard of them after this
 * portal disabled them, somebody enabled them again, or they are gone.
 */
@Component
class DeletionQueueReview implements ResultPart {

    private static final int PAGE = 1_000;

    /** So long Entra may take to show what it accepted. */
    private static final Duration SHOWN_LATE = Duration.ofHours(1);

    private final RunStore runs;
    private final RunInventory inventory;
    private final DisabledDevices disabledDevices;
    private final VerifiedChanges verifiedChanges;
    private final AuditLog auditLog;

    DeletionQueueReview(
            RunStore runs,
            RunInventory inventory,
            DisabledDevices disabledDevices,
            VerifiedChanges verifiedChanges,
            AuditLog auditLog) {
        this.runs = runs;
        this.inventory = inventory;
        this.disabledDevices = disabledDevices;
        this.verifiedChanges = verifiedChanges;
        this.auditLog = auditLog;
    }

    /**
     * In short transactions of its own, before the result counts: a device that left the queue is deleted by nobody, whatever
     * becomes of the run.
     */
    @Override
    public Prepared prepare(long runId, Consumer<Runnable> held) {
        Run run = runs.get(runId);
        // What was disabled while the tenant was read may have been read as it was before.
        Instant started = Objects.requireNonNull(run.startedAt(), "A run is started before it judges");
        Instant read = Objects.requireNonNull(run.readAt(), "A run has read before it judges");
        List<DisabledDevice> page = disabledDevices.inQueueBefore(started, null, PAGE);
        while (!page.isEmpty()) {
            List<DisabledDevice> queue = page;
            held.accept(() -> look(runId, queue, read));
            page = disabledDevices.inQueueBefore(started, queue.getLast().objectId(), PAGE);
        }
        return () -> {};
    }

    private void look(long runId, List<DisabledDevice> queue, Instant now) {
        Map<UUID, DeviceFacts> facts =
                inventory
                        .facts(
                                runId,
                                queue.stream().map(DisabledDevice::objectId).toList())
                        .stream()
                        .collect(Collectors.toMap(each -> each.entra().objectId(), Function.identity()));
        Map<UUID, VerifiedChange> verified = verifiedChanges.find(
                queue.stream().map(DisabledDevice::objectId).toList());
        for (DisabledDevice device : queue) {
            VerifiedChange change = verified.get(device.objectId());
            if (change != null && change.verifiedAt().isAfter(now)) {
                continue; // what was read says nothing of it any more: the next run's does
            }
            String because = reasonToLeave(device, wasSeenDisabled(device, change), facts.get(device.objectId()), now);
            if (because != null && disabledDevices.leave(device, now, because)) {
                auditLog.record(Actor.PORTAL, new LeftDeletionQueue(runId, device, because));
            }
        }
    }

    /** Until then nobody can tell whether somebody enabled it, or Entra shows late that it is disabled. */
    private static boolean wasSeenDisabled(DisabledDevice device, @Nullable VerifiedChange verified) {
        return verified != null && !verified.doneAt().isBefore(device.disabledAt());
    }

    private static @Nullable String reasonToLeave(
            DisabledDevice device, boolean seenDisabled, @Nullable DeviceFacts facts, Instant now) {
        if (facts == null) {
            return "It is no longer in Entra: somebody else deleted it.";
        }
        if (Boolean.TRUE.equals(facts.entra().accountEnabled())) {
            return seenDisabled ? "Somebody enabled it again in Entra." : notSeen(device, now);
        }
        return heardOf(device, facts, now);
    }

    private static @Nullable String notSeen(DisabledDevice device, Instant now) {
        return device.disabledAt().isAfter(now.minus(SHOWN_LATE))
                ? null
                : "It is enabled in Entra, which accepted on " + Timestamps.words(device.disabledAt())
                        + " that this portal disables it, and never showed it as disabled.";
    }

    private static @Nullable String heardOf(DisabledDevice device, DeviceFacts facts, Instant now) {
        Instant heard = Deletable.signOfLife(facts, device.disabledAt(), now);
        return heard == null
                ? null
                : "Something was heard of it on " + Timestamps.words(heard)
                        + ", after this portal disabled it. Find out who uses it before you go on.";
    }
}
