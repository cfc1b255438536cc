package org.deviceoffboarding.remediation.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.delegation.ActionIdentities;
import org.deviceoffboarding.evaluation.PresentJudging;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphClock;
import org.deviceoffboarding.graph.GraphWrite;
import org.deviceoffboarding.graph.WriteAnswer;
import org.deviceoffboarding.graph.pace.WriteRateLimiter;
import org.deviceoffboarding.graph.pace.WriteSlots;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends one batch of a request to Entra, after it has looked at each device once more. */
@Component
class BatchSender {

    /** Graph would take more in one request, but not again so soon. */
    static final int BATCH = WriteRateLimiter.BATCH;

    private final RequestStore requests;
    private final DeviceTransitions devices;
    private final PreflightCheck preflight;
    private final PresentJudging judging;
    private final DeviceRefusals refused;
    private final BatchResponseHandler responses;
    private final OutcomeRecorder recorder;
    private final ActionIdentities identities;
    private final Graph graph;
    private final WriteRateLimiter limiter;
    private final GraphClock graphClock;
    private final RequestNews news;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Duration settleAfter;

    BatchSender(
            RequestStore requests,
            DeviceTransitions devices,
            PreflightCheck preflight,
            PresentJudging judging,
            DeviceRefusals refused,
            BatchResponseHandler responses,
            OutcomeRecorder recorder,
            ActionIdentities identities,
            Graph graph,
            WriteRateLimiter limiter,
            GraphClock graphClock,
            RequestNews news,
            TransactionTemplate transactions,
            Clock clock,
            RemediationProperties properties) {
        this.requests = requests;
        this.devices = devices;
        this.preflight = preflight;
        this.judging = judging;
        this.refused = refused;
        this.responses = responses;
        this.recorder = recorder;
        this.identities = identities;
        this.graph = graph;
        this.limiter = limiter;
        this.graphClock = graphClock;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
        this.settleAfter = properties.settleAfter();
    }

    /**
     * Sends what is due, if there still is room for it. Returns when to go on; null if the request waits for a person now.
     *
     * @throws org.deviceoffboarding.evaluation.DecisionsUnreadableException if it can't be told what owners' decisions leave
     *     out; nothing was sent
     * @throws StepsNotTickedException if a step that the playbook requires before is no longer ticked; nothing was sent
     * @throws org.deviceoffboarding.graph.ClockDriftException if the portal's clock is wrong; nothing was sent
     */
    @Nullable
    Instant step(ChangeRequest request, Instant now) {
        List<RequestedDevice> waiting = devices.due(request.id(), DeviceState.WAITING, now, BATCH);
        AccessTokens approver = identities.tokens(request.carriedOutAs().id());
        String before = judging.state();
        PreflightCheck.Checked checked = preflight.check(request, waiting);
        graphClock.requireRight(); // by a wrong one no device is seen as it is
        approver.get(); // refused now rather than after the devices were noted as sent
        if (request.action().takesAway() && !judging.state().equals(before)) {
            return now; // an owner decided otherwise while it was looked at, so that it is looked at again
        }
        long wanted = waiting.stream()
                .filter(device -> checked.toSend(device.device().objectId()))
                .count();
        if (wanted == 0) {
            noteSent(request, waiting, checked);
            news.announce(request);
            return now;
        }
        String person = request.carriedOutAs().id();
        Optional<WriteSlots> slots = limiter.take(person, (int) wanted);
        if (slots.isEmpty()) {
            Instant room = limiter.roomAt(person, (int) wanted);
            requests.plan(request.id(), room);
            return room;
        }
        return send(request, waiting, checked, slots.get(), approver);
    }

    private @Nullable Instant send(
            ChangeRequest request,
            List<RequestedDevice> waiting,
            PreflightCheck.Checked checked,
            WriteSlots slots,
            AccessTokens approver) {
        List<RequestedDevice> sent;
        List<WriteAnswer> received;
        try {
            sent = noteSent(request, waiting, checked);
            news.announce(request);
            received = graph.write(
                    sent.stream().map(device -> write(request.action(), device)).toList(), approver);
        } finally {
            limiter.answered(slots);
        }
        Instant next = responses.note(request, sent, received, refused.among(sent, received));
        if (othersWait(request)) {
            requests.plan(request.id(), limiter.nextTurn());
        }
        news.announce(request);
        return next;
    }

    /** Whether other requests of the same person have something to send, too. */
    private boolean othersWait(ChangeRequest request) {
        Instant now = clock.instant();
        return requests.carriedOutAs(request.carriedOutAs().id()).stream()
                .anyMatch(other -> other.id() != request.id()
                        && other.status() == RequestStatus.RUNNING
                        && devices.countDue(other.id(), now) > 0);
    }

    /** Stores, before Entra is asked, which devices it is going to be asked about. What was planned is over. */
    private List<RequestedDevice> noteSent(
            ChangeRequest request, List<RequestedDevice> waiting, PreflightCheck.Checked checked) {
        List<RequestedDevice> sent = transactions.execute(transaction -> {
            recorder.begin(request);
            requests.plan(request.id(), null);
            List<UUID> toSend = new ArrayList<>();
            for (RequestedDevice device : waiting) {
                UUID id = device.device().objectId();
                String obstacle = checked.obstacles().get(id);
                if (checked.done().contains(id)) {
                    recorder.accepted(request, device);
                } else if (obstacle != null) {
                    recorder.ended(request, device, DeviceTransition.SKIP, obstacle);
                } else if (checked.disabledByOthers().contains(id)) {
                    recorder.takenOver(request, device);
                } else {
                    toSend.add(id);
                }
            }
            Instant now = clock.instant();
            List<RequestedDevice> batch = devices.send(request.id(), toSend, now, now.plus(settleAfter));
            recorder.sent(request, batch);
            return batch;
        });
        return Objects.requireNonNull(sent);
    }

    private static GraphWrite write(Action action, RequestedDevice device) {
        String id = device.device().objectId().toString();
        return switch (action) {
            case DISABLE -> GraphWrite.patch(id, "/devices/" + id, Map.of("accountEnabled", false));
            case ENABLE -> GraphWrite.patch(id, "/devices/" + id, Map.of("accountEnabled", true));
            case DELETE -> GraphWrite.delete(id, "/devices/" + id);
            case RESTORE -> GraphWrite.post(id, "/directory/deletedItems/" + id + "/restore");
        };
    }
}
