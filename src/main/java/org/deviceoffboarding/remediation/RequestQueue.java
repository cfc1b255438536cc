package org.deviceoffboarding.remediation;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Hands requests over to whoever carries them out, and tells pages about them. */
@Component
class RequestQueue {

    private final ChangeRequestRepository requests;
    /** Asked for late: the scheduler itself needs those who carry requests out, who need this. */
    private final ObjectProvider<Scheduler> scheduler;

    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestQueue(
            ChangeRequestRepository requests,
            ObjectProvider<Scheduler> scheduler,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a request that stands where it must for what is wanted.
     *
     * @throws RequestRefusedException if there is none, or it stands elsewhere
     */
    ChangeRequest get(long requestId, RequestStatus... expected) {
        ChangeRequest request = requests.get(requestId)
                .orElseThrow(() -> new RequestRefusedException("There is no request " + requestId + "."));
        if (!List.of(expected).contains(request.status())) {
            throw new RequestRefusedException("It is too late for that: the request is '"
                    + request.status().label() + "' by now. The page shows how it stands.");
        }
        return request;
    }

    /** Lets a request be carried out, or go on, once the caller's transaction is committed. */
    void add(ChangeRequest request) {
        scheduler.getObject().scheduleIfNotExists(RequestTask.of(request.id()), clock.instant());
    }

    /** Tells open pages, and wakes whoever carries requests out. Called after the commit. */
    void announce(ChangeRequest request) {
        scheduler.getObject().triggerCheckForDueExecutions();
        events.publishEvent(new RequestChanged(request.id()));
    }
}
