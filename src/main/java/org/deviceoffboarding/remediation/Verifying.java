package org.deviceoffboarding.remediation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads devices back after Entra accepted an action: accepted is not done. Each is looked at again and again for an hour. */
@Component
class Verifying {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);

    private final DeviceSteps steps;
    private final Reality reality;
    private final Outcomes outcomes;
    private final RequestQueue queue;
    private final TransactionTemplate transactions;

    Verifying(
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

    /** Reads a batch of devices back; returns whether there was any to read. */
    boolean step(ChangeRequest request, Instant now) {
        List<RequestedDevice> accepted = steps.due(request.id(), DeviceState.ACCEPTED, now, Sending.BATCH);
        if (accepted.isEmpty()) {
            return false;
        }
        Reality.Read read = reality.read(request.action(), accepted);
        transactions.executeWithoutResult(transaction -> accepted.forEach(device -> note(request, device, read, now)));
        queue.announce(request);
        return true;
    }

    private void note(ChangeRequest request, RequestedDevice device, Reality.Read read, Instant now) {
        Instant acceptedAt = Objects.requireNonNull(device.acceptedAt(), "What is accepted has a time");
        if (read.isDone(device)) {
            outcomes.verified(request, device);
        } else if (!now.isBefore(acceptedAt.plus(LONGEST))) {
            outcomes.ended(request, device, DeviceState.NOT_VERIFIED, whatToCheck(request.action()));
        } else {
            steps.postpone(device, nextLook(acceptedAt, now));
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
