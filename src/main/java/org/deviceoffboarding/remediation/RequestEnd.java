package org.deviceoffboarding.remediation;

import java.time.Clock;
import java.time.Instant;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends a request, or says why it does not go on. */
@Component
class RequestEnd {

    private final ChangeRequestRepository requests;
    private final RequestedDeviceRepository devices;
    private final RequestQueue queue;
    private final AuditLog auditLog;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RequestEnd(
            ChangeRequestRepository requests,
            RequestedDeviceRepository devices,
            RequestQueue queue,
            AuditLog auditLog,
            TransactionTemplate transactions,
            Clock clock) {
        this.requests = requests;
        this.devices = devices;
        this.queue = queue;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Ends a request whose devices all have ended. Returns null: there is nothing to go on with. */
    @Nullable
    Instant done(ChangeRequest request) {
        RequestProgress progress = new RequestProgress(devices.countByState(request.id()), null);
        return change(request, RequestStatus.DONE, null, new RequestAction.Done(request, progress));
    }

    /**
     * Lets a request wait for a person.
     *
     * @param why sentences that say what to do
     * @return null: it goes on when somebody says so
     */
    @Nullable
    Instant block(ChangeRequest request, String why) {
        return change(request, RequestStatus.BLOCKED, why, new RequestAction.Blocked(request, why));
    }

    /** Notes what a request waits for at the moment; null clears it. */
    void note(ChangeRequest request, @Nullable String problem) {
        if (requests.note(request.id(), problem)) {
            queue.announce(request);
        }
    }

    private @Nullable Instant change(
            ChangeRequest request, RequestStatus status, @Nullable String problem, RequestAction action) {
        try {
            transactions.executeWithoutResult(transaction -> {
                requests.become(request, status, problem, clock.instant());
                auditLog.record(Actor.PORTAL, action);
            });
            queue.announce(request);
            return null;
        } catch (OptimisticLockingFailureException stoppedMeanwhile) {
            return clock.instant();
        }
    }
}
