package org.deviceoffboarding.remediation.execution;

import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestProgress;
import org.springframework.stereotype.Component;

/** Reads how far requests are. */
@Component
public class RequestProgressReader {

    private final DeviceTransitions devices;
    private final TimeLeft timeLeft;

    RequestProgressReader(DeviceTransitions devices, TimeLeft timeLeft) {
        this.devices = devices;
        this.timeLeft = timeLeft;
    }

    /** Returns how many devices are in each state, and how long it still takes at the least. */
    public RequestProgress of(ChangeRequest request) {
        return new RequestProgress(devices.countByState(request.id()), timeLeft.of(request));
    }
}
