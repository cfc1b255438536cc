package org.deviceoffboarding.remediation;

import java.time.Clock;
import java.time.Instant;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets requests expire that nobody decided about in time, and makes sure that those to be carried out are. */
@Component
class RequestWatch {

    private static final RequestFilter CARRIED_OUT = new RequestFilter("", null, RequestStatus.RUNNING, null);

    private final ChangeRequestRepository requests;
    private final RequestedDeviceRepository devices;
    private final RequestQueue queue;
    private final AuditLog auditLog;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RequestWatch(
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

    /** Called every minute. */
    void look() {
        requests.overdue(clock.instant()).forEach(this::expire);
        requests.find(CARRIED_OUT, Pageable.ofSize(1_000)).forEach(queue::add);
    }

    private void expire(ChangeRequest request) {
        try {
            transactions.executeWithoutResult(transaction -> {
                Instant now = clock.instant();
                requests.become(request, RequestStatus.EXPIRED, null, now);
                devices.drop(request.id(), "Nobody decided about the request in time.", now);
                auditLog.record(Actor.PORTAL, new RequestAction.Expired(request));
            });
            queue.announce(request);
        } catch (OptimisticLockingFailureException decidedMeanwhile) {
            // Somebody was just in time.
        }
    }
}
