package org.deviceoffboarding.remediation.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.springframework.stereotype.Component;

/** Reads devices back after Entra accepted an action: accepted is not done. Each is looked at again and again for an hour. */
@Component
class Verification {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);

    private final ReadBack readBack;
    private final DeviceTransitions devices;
    private final OutcomeRecorder recorder;

    Verification(ReadBack readBack, DeviceTransitions devices, OutcomeRecorder recorder) {
        this.readBack = readBack;
        this.devices = devices;
        this.recorder = recorder;
    }

    /** Reads a batch of devices back; returns whether there was any to read. */
    boolean step(ChangeRequest request, Instant now) {
        return readBack.step(request, DeviceState.ACCEPTED, now, (device, read) -> note(request, device, read, now));
    }

    private void note(ChangeRequest request, RequestedDevice device, ActualState.Read read, Instant now) {
        Instant acceptedAt = Objects.requireNonNull(device.acceptedAt(), "What is accepted has a time");
        if (read.isDone(device)) {
            recorder.verified(request, device, read.of(device));
        } else if (!now.isBefore(acceptedAt.plus(LONGEST))) {
            recorder.ended(request, device, DeviceTransition.GIVE_UP_VERIFYING, whatToCheck(request.action()));
        } else {
            devices.postpone(device, nextLook(acceptedAt, now));
        }
    }

    /** Each pause is as long as all before it, and the last look is at the end of the hour. */
    private static Instant nextLook(Instant acceptedAt, Instant now) {
        Duration elapsed = Duration.between(acceptedAt, now);
        Instant next = now.plus(elapsed.compareTo(SHORTEST_PAUSE) > 0 ? elapsed : SHORTEST_PAUSE);
        Instant last = acceptedAt.plus(LONGEST);
        return next.isAfter(last) ? last : next;
    }

    private static String whatToCheck(Action action) {
        return "Entra accepted it, and an hour later the device was still not " + action.past()
                + ". Look at it in the Entra admin center under Devices > All devices"
                + switch (action) {
                    case DISABLE, ENABLE -> ", and in its audit log whether somebody changed it back";
                    case DELETE -> "; Entra Connect, or the device itself, may have registered it anew";
                    case RESTORE -> " and under Deleted devices";
                }
                + ". Then ask again if it is still needed.";
    }
}
