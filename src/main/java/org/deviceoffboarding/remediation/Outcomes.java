package org.deviceoffboarding.remediation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.inventory.DisabledDevices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what became of devices, with what follows from it for the portal and an entry in the audit log, all in the caller's
 * transaction. Does nothing if another portal was faster.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Outcomes {

    /** Entra may need a moment until what it accepted can be read. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);

    private final DeviceSteps steps;
    private final DisabledDevices disabledDevices;
    private final DeletedDeviceRepository deletedDevices;
    private final AuditLog auditLog;
    private final Clock clock;

    Outcomes(
            DeviceSteps steps,
            DisabledDevices disabledDevices,
            DeletedDeviceRepository deletedDevices,
            AuditLog auditLog,
            Clock clock) {
        this.steps = steps;
        this.disabledDevices = disabledDevices;
        this.deletedDevices = deletedDevices;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** Entra says, or shows, that it did it. */
    public void accepted(ChangeRequest request, RequestedDevice device) {
        Instant now = clock.instant();
        if (steps.accept(device, now, now.plus(FIRST_LOOK))) {
            follow(request, device.device(), now);
            auditLog.record(request.carriedOutAs(), DeviceAction.accepted(request, device));
        }
    }

    /** It was read back and is so. */
    public void verified(ChangeRequest request, RequestedDevice device) {
        if (steps.end(device, DeviceState.VERIFIED, "", clock.instant())) {
            auditLog.record(Actor.PORTAL, DeviceAction.verified(request, device));
        }
    }

    /**
     * It ended otherwise.
     *
     * @param state {@link DeviceState#SKIPPED}, {@link DeviceState#FAILED} or {@link DeviceState#NOT_VERIFIED}
     * @param detail sentences for people: why, and what to do
     */
    public void ended(ChangeRequest request, RequestedDevice device, DeviceState state, String detail) {
        if (steps.end(device, state, detail, clock.instant())) {
            auditLog.record(Actor.PORTAL, DeviceAction.ended(request, device, state, detail));
        }
    }

    private void follow(ChangeRequest request, DeviceSnapshot device, Instant now) {
        Actor by = request.carriedOutAs();
        UUID id = device.objectId();
        switch (request.action()) {
            case DISABLE -> disabledDevices.add(id, device.name(), device.platform(), by, now);
            case ENABLE -> disabledDevices.remove(id);
            case DELETE -> {
                deletedDevices.add(device, request.id(), by.name(), now);
                disabledDevices.remove(id);
            }
            case RESTORE -> {
                deletedDevices.restored(id, now);
                disabledDevices.add(id, device.name(), device.platform(), by, now);
            }
        }
    }
}
