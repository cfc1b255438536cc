package org.deviceoffboarding.remediation.execution;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what happens to a request with the devices that it happens to: in as many entries as it takes to name them, so that no more
 * of them are in memory than one entry names. In the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestEntries {

    /** So many devices one entry names at the most: a page shows them, and a proof carries them. */
    static final int TOGETHER = 1_000;

    private final DeviceTransitions devices;
    private final AuditLog auditLog;

    RequestEntries(DeviceTransitions devices, AuditLog auditLog) {
        this.devices = devices;
        this.auditLog = auditLog;
    }

    /** Records what happened to a request, and to none of its devices. */
    void record(Actor by, RequestAction action) {
        auditLog.record(by, action);
    }

    /** Records what happened to all devices of a request. */
    void recordAll(Actor by, ChangeRequest request, Function<DeviceSet, RequestAction> action) {
        record(by, request.id(), null, request.devices(), action);
    }

    /** Records what happened to those devices of a request that are dropped. */
    void recordDropped(Actor by, ChangeRequest request, int dropped, Function<DeviceSet, RequestAction> action) {
        record(by, request.id(), DeviceState.DROPPED, dropped, action);
    }

    private void record(
            Actor by, long requestId, @Nullable DeviceState state, long of, Function<DeviceSet, RequestAction> action) {
        List<AuditedDevice> some = devices.named(requestId, state, null, TOGETHER);
        long first = 1;
        do {
            auditLog.record(by, action.apply(new DeviceSet(some, first, of)));
            first += some.size();
            UUID last = some.isEmpty() ? null : some.getLast().objectId();
            some = some.size() < TOGETHER ? List.of() : devices.named(requestId, state, last, TOGETHER);
        } while (!some.isEmpty());
    }
}
