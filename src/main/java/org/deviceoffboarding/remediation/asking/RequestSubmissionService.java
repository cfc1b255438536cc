package org.deviceoffboarding.remediation.asking;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.remediation.execution.RequestNews;
import org.deviceoffboarding.remediation.execution.RequestTransition;
import org.deviceoffboarding.remediation.execution.RequestTransitions;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks for actions on devices, and takes that back. */
@Service
@May(Capability.ASK_FOR_ACTIONS)
public class RequestSubmissionService {

    private final Previews previews;
    private final Submissions submissions;
    private final RequestTransitions transitions;
    private final RequestNews news;
    private final CurrentActor currentActor;
    private final TransactionTemplate transactions;

    RequestSubmissionService(
            Previews previews,
            Submissions submissions,
            RequestTransitions transitions,
            RequestNews news,
            CurrentActor currentActor,
            TransactionTemplate transactions) {
        this.previews = previews;
        this.submissions = submissions;
        this.transitions = transitions;
        this.news = news;
        this.currentActor = currentActor;
        this.transactions = transactions;
    }

    /** Returns what an action on these devices would mean, and for which of them it is refused. Changes nothing. */
    public Preview preview(Action action, Collection<UUID> objectIds) {
        return preview(action, objectIds, Progress.UNSEEN);
    }

    /** As {@link #preview(Action, Collection)}, for many devices. */
    public Preview preview(Action action, Collection<UUID> objectIds, Progress progress) {
        return previews.of(action, objectIds, progress, page -> {});
    }

    /** Returns what those of these devices are that an action may be asked for now, for as many as a page, in the order given. */
    public List<DeviceSnapshot> devices(Action action, List<UUID> objectIds) {
        return previews.devices(action, objectIds);
    }

    /** As {@link #ask(NewRequest, Progress)}, for few devices. */
    public ChangeRequest ask(NewRequest wanted) {
        return ask(wanted, Progress.UNSEEN);
    }

    /**
     * Asks for an action. It waits for approval for three days; where an owner set that so few devices need none, it is
     * carried out at once with the identity of who asks.
     *
     * @return the request as it was stored
     * @throws RequestRefusedException if it can't be asked for; nothing was stored
     */
    public ChangeRequest ask(NewRequest wanted, Progress progress) {
        Actor actor = currentActor.get();
        if (wanted.reason().isBlank()) {
            throw new RequestRefusedException(
                    "Give a reason: whoever approves it, and whoever reads the audit log, needs it.",
                    RequestRefusedException.REASON);
        }
        requireShort("reason", wanted.reason(), RequestRefusedException.REASON);
        requireShort("source", wanted.source(), "");
        ChangeRequest stored = submissions.store(wanted, actor, progress);
        news.announce(stored);
        return stored;
    }

    /**
     * Takes back a request that nobody has decided about. Whoever asked for it may, and owners.
     *
     * @throws RequestRefusedException if it is too late, or not the actor's own
     */
    public void withdraw(long requestId) {
        Actor actor = currentActor.get();
        ChangeRequest request = transactions.execute(transaction -> {
            ChangeRequest waiting = transitions.requireReady(requestId, RequestTransition.WITHDRAW);
            if (!currentActor.may(Capability.WITHDRAW_ANY)
                    && !waiting.requestedBy().id().equals(actor.id())) {
                throw new RequestRefusedException(
                        "Only " + waiting.requestedBy().name() + ", who asked for it, or an owner can withdraw it.");
            }
            transitions.withdraw(waiting);
            return waiting;
        });
        news.announce(request);
    }

    /**
     * Stops a request that is being carried out: nothing more is sent to Entra. What was sent already is found out and read
     * back.
     *
     * @throws RequestRefusedException if it is not being carried out
     */
    public void stop(long requestId) {
        ChangeRequest request = transactions.execute(transaction -> {
            ChangeRequest running = transitions.requireReady(requestId, RequestTransition.STOP);
            transitions.stop(running);
            return running;
        });
        news.announce(request);
    }

    private static void requireShort(String what, String text, String about) {
        if (text.strip().length() > TextLimits.REASON) {
            throw new RequestRefusedException(
                    "The " + what + " has " + text.length() + " characters; at most " + TextLimits.REASON
                            + " are kept. Say it in fewer and ask again.",
                    about);
        }
    }
}
