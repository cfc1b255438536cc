package org.deviceoffboarding.remediation.execution;

import java.time.Instant;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.springframework.stereotype.Component;

/**
 * Finds out what became of devices that Entra was asked about without a clear answer: the portal was killed meanwhile, the
 * connection broke, or Graph asked to come again later, though it may have done what it was asked.
 */
@Component
class InDoubtResolution {

    /** A device that Entra was asked about so often in vain is given up. */
    static final int MOST_ATTEMPTS = 6;

    private final ReadBack readBack;
    private final DeviceTransitions devices;
    private final OutcomeRecorder recorder;

    InDoubtResolution(ReadBack readBack, DeviceTransitions devices, OutcomeRecorder recorder) {
        this.readBack = readBack;
        this.devices = devices;
        this.recorder = recorder;
    }

    /** Settles a batch of devices; returns whether there was any. */
    boolean step(ChangeRequest request, Instant now) {
        return readBack.step(request, DeviceState.SENT, now, (device, read) -> settle(request, device, read, now));
    }

    private void settle(ChangeRequest request, RequestedDevice device, ActualState.Read read, Instant now) {
        if (read.isDone(device)) {
            recorder.accepted(request, device);
        } else if (read.isGone(device)) {
            recorder.ended(
                    request,
                    device,
                    DeviceTransition.SKIP,
                    "It is no longer in Entra: " + devices.whoDeleted(device) + ".");
        } else if (device.attempts() >= MOST_ATTEMPTS) {
            recorder.ended(
                    request,
                    device,
                    DeviceTransition.FAIL,
                    "Entra was asked " + device.attempts()
                            + " times and did not do it. Look at the device in the Entra admin center, then ask again.");
        } else {
            recorder.notDone(request, device, now);
        }
    }
}
