package org.deviceoffboarding.remediation.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.deviceoffboarding.removed.DeletedDevice;
import org.deviceoffboarding.removed.DeletedDevices;
import org.deviceoffboarding.removed.DisabledDevice;
import org.deviceoffboarding.removed.DisabledDevices;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what became of devices, with what follows from it for the portal and an entry in the audit log, all in the caller's
 * transaction. Does nothing if another portal was faster.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OutcomeRecorder {

    /** Entra may need a moment until what it accepted can be read. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);

    private final RequestStore requests;
    private final DeviceTransitions devices;
    private final DisabledDevices disabledDevices;
    private final DeletedDevices deletedDevices;
    private final Inventories inventories;
    private final AuditLog auditLog;
    private final Clock clock;

    OutcomeRecorder(
            RequestStore requests,
            DeviceTransitions devices,
            DisabledDevices disabledDevices,
            DeletedDevices deletedDevices,
            Inventories inventories,
            AuditLog auditLog,
            Clock clock) {
        this.requests = requests;
        this.devices = devices;
        this.disabledDevices = disabledDevices;
        this.deletedDevices = deletedDevices;
        this.inventories = inventories;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** Entra says, or shows, that it did it. */
    public void accepted(ChangeRequest request, RequestedDevice device) {
        Instant now = clock.instant();
        if (devices.accept(device, now, now.plus(FIRST_LOOK))) {
            follow(request, device.device(), now);
            auditLog.record(request.carriedOutAs(), DeviceAction.accepted(request, device));
        }
    }

    /** Comes before anything else in a transaction that notes something, so that all of them take locks in one order. */
    public void begin(ChangeRequest request) {
        inventories.hold();
        requests.hold(request.id());
    }

    /**
     * It was read back and is so: from now on, everywhere.
     *
     * @param read as it was read back; null where Entra no longer has it
     */
    public void verified(ChangeRequest request, RequestedDevice device, @Nullable EntraDevice read) {
        Instant now = clock.instant();
        if (devices.end(DeviceTransition.VERIFY, device, "", now)) {
            Instant done = Objects.requireNonNull(device.acceptedAt(), "What is accepted has a time");
            inventories.correct(change(request, device, verified(request.action()), done, now), read);
            auditLog.record(Actor.PORTAL, DeviceAction.verified(request, device));
        }
    }

    /** Somebody else had disabled it before it was asked for, so nothing is sent; its grace period begins. */
    public void takenOver(ChangeRequest request, RequestedDevice device) {
        Instant now = clock.instant();
        if (devices.end(DeviceTransition.TAKE_OVER, device, "", now)) {
            DeviceSnapshot snapshot = device.device();
            disabledDevices.takeOver(
                    snapshot.objectId(),
                    snapshot.name(),
                    snapshot.platform(),
                    request.carriedOutAs().name(),
                    now);
            inventories.correct(change(request, device, VerifiedChange.Kind.TAKEN_OVER, now, now), null);
            auditLog.record(request.carriedOutAs(), DeviceAction.takenOver(request, device));
        }
    }

    /** It was read back, and Entra did nothing: it waits to be sent again. */
    public void notDone(ChangeRequest request, RequestedDevice device, Instant dueAt) {
        if (devices.waitAgain(device, dueAt)) {
            auditLog.record(Actor.PORTAL, DeviceAction.notDone(request, device));
        }
    }

    /**
     * Entra refused the person as whom it was sent, so that nothing was done; it waits to be sent again.
     *
     * @param why what Entra said
     */
    public void refused(ChangeRequest request, RequestedDevice device, String why) {
        devices.takeBack(device, clock.instant());
        auditLog.record(request.carriedOutAs(), DeviceAction.refused(request, device, why));
    }

    /** Entra is asked next, about these devices together. */
    public void sent(ChangeRequest request, List<RequestedDevice> batch) {
        if (!batch.isEmpty()) {
            DeviceSet all = DeviceSet.whole(batch.stream()
                    .map(each -> DeviceAction.audited(each.device()))
                    .toList());
            auditLog.record(request.carriedOutAs(), new RequestAction.Sent(request, all));
        }
    }

    /** Entra has no time for more of what is sent as this person. */
    public void heldOff(ChangeRequest request, Duration wait) {
        auditLog.record(Actor.PORTAL, new RequestAction.HeldOff(request, wait));
    }

    /**
     * It ended otherwise.
     *
     * @param how {@link DeviceTransition#SKIP}, {@link DeviceTransition#FAIL} or {@link DeviceTransition#GIVE_UP_VERIFYING}
     * @param detail sentences for people: why, and what to do
     */
    public void ended(ChangeRequest request, RequestedDevice device, DeviceTransition how, String detail) {
        if (devices.end(how, device, detail, clock.instant())) {
            auditLog.record(Actor.PORTAL, DeviceAction.ended(request, device, how.to(), detail));
        }
    }

    private static VerifiedChange change(
            ChangeRequest request, RequestedDevice device, VerifiedChange.Kind kind, Instant done, Instant now) {
        return new VerifiedChange(device.device().objectId(), kind, done, now, request.id());
    }

    private static VerifiedChange.Kind verified(Action action) {
        return switch (action) {
            case DISABLE -> VerifiedChange.Kind.DISABLED;
            case ENABLE -> VerifiedChange.Kind.ENABLED;
            case DELETE -> VerifiedChange.Kind.DELETED;
            case RESTORE -> VerifiedChange.Kind.RESTORED;
        };
    }

    private void follow(ChangeRequest request, DeviceSnapshot device, Instant now) {
        String by = request.carriedOutAs().name();
        UUID id = device.objectId();
        switch (request.action()) {
            case DISABLE -> disabledDevices.add(id, device.name(), device.platform(), by, now);
            case ENABLE -> disabledDevices.remove(id);
            case DELETE -> {
                deletedDevices.add(deleted(device, request, wasTakenOver(id), now));
                disabledDevices.remove(id);
            }
            case RESTORE -> restored(device, by, now);
        }
    }

    /** It is disabled as it was before it was deleted, by whoever did that. */
    private void restored(DeviceSnapshot device, String by, Instant now) {
        UUID id = device.objectId();
        DeletedDevice deleted = deletedDevices.find(List.of(id)).get(id);
        deletedDevices.restored(id, now);
        if (deleted != null && deleted.takenOver()) {
            disabledDevices.takeOver(id, device.name(), device.platform(), by, now);
        } else {
            disabledDevices.add(id, device.name(), device.platform(), by, now);
        }
    }

    private boolean wasTakenOver(UUID id) {
        DisabledDevice disabled = disabledDevices.find(List.of(id)).get(id);
        return disabled != null && disabled.takenOver();
    }

    private static DeletedDevice deleted(DeviceSnapshot device, ChangeRequest request, boolean takenOver, Instant at) {
        return new DeletedDevice(
                device.objectId(),
                device.deviceId(),
                device.name(),
                device.serialNumber(),
                device.platform(),
                device.joinType(),
                device.restorable(),
                at,
                request.carriedOutAs().name(),
                request.id(),
                takenOver,
                null);
    }
}
