package org.deviceoffboarding.remediation.execution;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.deviceoffboarding.graph.GraphClock;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a batch of a request's devices from Entra again, and lets what follows from it be noted in one transaction. */
@Component
class ReadBack {

    /** Graph takes no more questions in one request. */
    private static final int BATCH = 20;

    private final DeviceTransitions devices;
    private final OutcomeRecorder recorder;
    private final ActualState actual;
    private final GraphClock graphClock;
    private final RequestNews news;
    private final TransactionTemplate transactions;

    ReadBack(
            DeviceTransitions devices,
            OutcomeRecorder recorder,
            ActualState actual,
            GraphClock graphClock,
            RequestNews news,
            TransactionTemplate transactions) {
        this.devices = devices;
        this.recorder = recorder;
        this.actual = actual;
        this.graphClock = graphClock;
        this.news = news;
        this.transactions = transactions;
    }

    /**
     * Reads the devices in a state that are due.
     *
     * @param note called for each with what was read, within the transaction
     * @return whether there was any
     * @throws org.deviceoffboarding.graph.ClockDriftException if the portal's clock is wrong, which how long a device has been
     *     looked at is counted by; nothing was noted
     */
    boolean step(
            ChangeRequest request, DeviceState state, Instant now, BiConsumer<RequestedDevice, ActualState.Read> note) {
        List<RequestedDevice> due = devices.due(request.id(), state, now, BATCH);
        if (due.isEmpty()) {
            return false;
        }
        ActualState.Read read = actual.read(request.action(), due);
        graphClock.requireRight();
        transactions.executeWithoutResult(transaction -> {
            recorder.begin(request);
            due.forEach(device -> note.accept(device, read));
        });
        news.announce(request);
        return true;
    }
}
