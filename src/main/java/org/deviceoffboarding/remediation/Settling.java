package org.deviceoffboarding.remediation;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out what became of devices that Entra was asked about without a clear answer: the portal was killed meanwhile, the
 * connection broke, or Graph asked to come again later, though it may have done what it was asked.
 */
@Component
class Settling {

    /** A device that Entra was asked about so often in vain is given up. */
    static final int MOST_ATTEMPTS = 6;

    private final DeviceSteps steps;
    private final Reality reality;
    private final Outcomes outcomes;
    private final RequestQueue queue;
    private final TransactionTemplate transactions;

    Settling(
            DeviceSteps steps,
            Reality reality,
            Outcomes outcomes,
            RequestQueue queue,
            TransactionTemplate transactions) {
        this.steps = steps;
        this.reality = reality;
        this.outcomes = outcomes;
        this.queue = queue;
        this.transactions = transactions;
    }

    /** Settles a batch of devices; returns whether there was any. */
    boolean step(ChangeRequest request, Instant now) {
        List<RequestedDevice> sent = steps.due(request.id(), DeviceState.SENT, now, Sending.BATCH);
        if (sent.isEmpty()) {
            return false;
        }
        Reality.Read read = reality.read(request.action(), sent);
        transactions.executeWithoutResult(transaction -> sent.forEach(device -> settle(request, device, read, now)));
        queue.announce(request);
        return true;
    }

    private void settle(ChangeRequest request, RequestedDevice device, Reality.Read read, Instant now) {
        if (read.isDone(device)) {
            outcomes.accepted(request, device);
        } else if (read.isGone(device)) {
            outcomes.ended(request, device, DeviceState.SKIPPED, "It is no longer in Entra: somebody else deleted it.");
        } else if (device.attempts() >= MOST_ATTEMPTS) {
            outcomes.ended(
                    request,
                    device,
                    DeviceState.FAILED,
                    "Entra was asked " + device.attempts()
                            + " times and did not do it. Look at the device in the Entra admin center, then ask again.");
        } else {
            steps.waitAgain(device, now);
        }
    }
}
