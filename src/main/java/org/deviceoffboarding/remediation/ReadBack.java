package org.deviceoffboarding.remediation;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a batch of a request's devices from Entra again, and lets what follows from it be noted in one transaction. */
@Component
class ReadBack {

    private final DeviceSteps steps;
    private final Reality reality;
    private final RequestQueue queue;
    private final TransactionTemplate transactions;

    ReadBack(DeviceSteps steps, Reality reality, RequestQueue queue, TransactionTemplate transactions) {
        this.steps = steps;
        this.reality = reality;
        this.queue = queue;
        this.transactions = transactions;
    }

    /**
     * Reads the devices in a state that are due.
     *
     * @param note called for each with what was read, within the transaction
     * @return whether there was any
     */
    boolean step(
            ChangeRequest request, DeviceState state, Instant now, BiConsumer<RequestedDevice, Reality.Read> note) {
        List<RequestedDevice> due = steps.due(request.id(), state, now, Sending.BATCH);
        if (due.isEmpty()) {
            return false;
        }
        Reality.Read read = reality.read(request.action(), due);
        transactions.executeWithoutResult(transaction -> due.forEach(device -> note.accept(device, read)));
        queue.announce(request);
        return true;
    }
}
