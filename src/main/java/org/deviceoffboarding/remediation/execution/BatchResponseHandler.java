package org.deviceoffboarding.remediation.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.delegation.ActionIdentities;
import org.deviceoffboarding.graph.WriteAnswer;
import org.deviceoffboarding.graph.pace.WriteRateLimiter;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes what Entra answered about each device of a batch, each by itself. */
@Component
class BatchResponseHandler {

    private final DeviceTransitions devices;
    private final OutcomeRecorder recorder;
    private final RequestEnd end;
    private final ActionIdentities identities;
    private final WriteRateLimiter limiter;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Duration settleAfter;

    BatchResponseHandler(
            DeviceTransitions devices,
            OutcomeRecorder recorder,
            RequestEnd end,
            ActionIdentities identities,
            WriteRateLimiter limiter,
            TransactionTemplate transactions,
            Clock clock,
            RemediationProperties properties) {
        this.devices = devices;
        this.recorder = recorder;
        this.end = end;
        this.identities = identities;
        this.limiter = limiter;
        this.transactions = transactions;
        this.clock = clock;
        this.settleAfter = properties.settleAfter();
    }

    /**
     * Stores the answers.
     *
     * @param received an answer to each device, in the same order
     * @param ownMatter the devices whose refusals are about them alone
     * @return when to go on, which is now; null if the request waits for a person
     */
    @Nullable
    Instant note(ChangeRequest request, List<RequestedDevice> sent, List<WriteAnswer> received, Set<UUID> ownMatter) {
        Optional<Duration> wait = holdOff(request, received);
        List<String> refusals = new ArrayList<>();
        transactions.executeWithoutResult(transaction -> {
            recorder.begin(request);
            wait.ifPresent(each -> recorder.heldOff(request, each));
            for (int index = 0; index < sent.size(); index++) {
                note(request, sent.get(index), received.get(index));
            }
            boolean othersDone = received.stream().anyMatch(WriteAnswer::done);
            for (int index = 0; index < sent.size(); index++) {
                WriteAnswer answer = received.get(index);
                RequestedDevice device = sent.get(index);
                if (ownMatter.contains(device.device().objectId())) {
                    failAlone(request, device, answer);
                } else if (answer.unauthorized() || answer.forbidden()) {
                    recorder.refused(request, device, answer.text());
                    if (blocks(request, answer, othersDone)) {
                        refusals.add(whatIsMissing(request, answer));
                    }
                }
            }
        });
        if (refusals.isEmpty()) {
            return clock.instant();
        }
        identities.forgetAccess(
                request.carriedOutAs().id()); // it may be of before a role that the person has when it goes on
        return end.block(request, refusals.getFirst());
    }

    private void note(ChangeRequest request, RequestedDevice device, WriteAnswer answer) {
        if (answer.done() || (answer.notFound() && request.action() == Action.DELETE)) {
            recorder.accepted(request, device);
        } else if (answer.tryLater() || answer.unknown()) {
            devices.postpone(device, clock.instant().plus(longer(settleAfter, answer.retryAfter())));
        } else if (answer.notFound()) {
            recorder.ended(
                    request,
                    device,
                    DeviceTransition.SKIP,
                    request.action() == Action.RESTORE
                            ? "It is no longer in Entra's recycle bin."
                            : "It is no longer in Entra: " + devices.whoDeleted(device) + ".");
        } else if (!answer.unauthorized() && !answer.forbidden()) {
            recorder.ended(request, device, DeviceTransition.FAIL, "Entra refused it (" + answer.text() + ").");
        }
    }

    private void failAlone(ChangeRequest request, RequestedDevice device, WriteAnswer answer) {
        recorder.ended(
                request,
                device,
                DeviceTransition.FAIL,
                "Entra refused it for this device alone (" + answer.text()
                        + "). It may be in a restricted management administrative unit: ask an administrator of that unit.");
    }

    /**
     * Returns whether a person has to do something before it goes on. Where the sign-in is lost, the next step says so. Where
     * several were refused and others done, the next batch shows whether it was the person: it has all that were refused.
     */
    private boolean blocks(ChangeRequest request, WriteAnswer answer, boolean othersDone) {
        return answer.unauthorized() ? !identities.lost(request.carriedOutAs().id()) : !othersDone;
    }

    private static String whatIsMissing(ChangeRequest request, WriteAnswer answer) {
        String name = request.carriedOutAs().name();
        if (answer.unauthorized()) {
            return "Entra did not accept the sign-in of " + name + " (" + answer.text()
                    + "), though it was got from the tenant just now. Conditional Access may not let it in from where the portal"
                    + " runs: look at the sign-in logs of " + name + " in the Entra admin center, then try again.";
        }
        return "Entra refused it (" + answer.text() + "). " + name + " needs the Entra role "
                + switch (request.action()) {
                    case DISABLE, ENABLE, RESTORE -> "Cloud Device Administrator or Intune Administrator";
                    case DELETE -> "Cloud Device Administrator, Intune Administrator or Windows 365 Administrator";
                }
                + ", active and not only eligible, and the app registration the delegated permission"
                + " Directory.AccessAsUser.All with admin consent. Put that right, let " + name
                + " sign in for actions again, then try again.";
    }

    private Optional<Duration> holdOff(ChangeRequest request, List<WriteAnswer> received) {
        Optional<Duration> longest = received.stream()
                .filter(WriteAnswer::tryLater)
                .map(WriteAnswer::retryAfter)
                .filter(Objects::nonNull)
                .max(Duration::compareTo);
        longest.ifPresent(wait -> limiter.holdOff(request.carriedOutAs().id(), wait));
        return longest;
    }

    private static Duration longer(Duration one, @Nullable Duration other) {
        return other == null || one.compareTo(other) > 0 ? one : other;
    }
}
