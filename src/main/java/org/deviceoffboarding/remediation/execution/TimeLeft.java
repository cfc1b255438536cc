package org.deviceoffboarding.remediation.execution;

import java.time.Duration;
import org.deviceoffboarding.graph.pace.WriteRateLimiter;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Estimates how long a request still takes: requests of one approver share that person's limit fairly. */
@Component
class TimeLeft {

    private final RequestStore requests;
    private final DeviceTransitions devices;
    private final WriteRateLimiter limiter;

    TimeLeft(RequestStore requests, DeviceTransitions devices, WriteRateLimiter limiter) {
        this.requests = requests;
        this.devices = devices;
        this.limiter = limiter;
    }

    /** Returns null where nothing is left to send, or the request is not being carried out. */
    @Nullable
    Duration of(ChangeRequest request) {
        if (request.status() != RequestStatus.RUNNING) {
            return null;
        }
        long own = toSend(request);
        if (own == 0) {
            return null;
        }
        long others = requests.carriedOutAs(request.carriedOutAs().id()).stream()
                .filter(other -> other.id() != request.id() && other.status() == RequestStatus.RUNNING)
                .mapToLong(other -> Math.min(own, toSend(other)))
                .sum();
        return limiter.timeFor(own + others);
    }

    private long toSend(ChangeRequest request) {
        return devices.countByState(request.id()).getOrDefault(DeviceState.WAITING, 0L);
    }
}
