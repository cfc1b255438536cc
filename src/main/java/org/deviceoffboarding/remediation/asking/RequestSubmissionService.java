package org.deviceoffboarding.remediation.asking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.delegation.ActionIdentities;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.remediation.execution.CapViolations;
import org.deviceoffboarding.remediation.execution.RequestNews;
import org.deviceoffboarding.remediation.execution.RequestTransition;
import org.deviceoffboarding.remediation.execution.RequestTransitions;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.ChangeRequest.Decision;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.deviceoffboarding.remediation.request.RequestWording;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks for actions on devices, and takes that back. */
@Service
@May(Capability.ASK_FOR_ACTIONS)
public class RequestSubmissionService {

    /** How long a request waits for approval: what it rests on gets old. */
    public static final Duration WAITS = Duration.ofDays(3);

    private final Previews previews;
    private final ResultCheck resultCheck;
    private final FlaggedDevices flagged;
    private final RequestTransitions transitions;
    private final RequestNews news;
    private final ActionIdentities identities;
    private final CurrentActor currentActor;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RequestSubmissionService(
            Previews previews,
            ResultCheck resultCheck,
            FlaggedDevices flagged,
            RequestTransitions transitions,
            RequestNews news,
            ActionIdentities identities,
            CurrentActor currentActor,
            TransactionTemplate transactions,
            Clock clock) {
        this.previews = previews;
        this.resultCheck = resultCheck;
        this.flagged = flagged;
        this.transitions = transitions;
        this.news = news;
        this.identities = identities;
        this.currentActor = currentActor;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns what an action on these devices would mean, and for which of them it is refused. Changes nothing. */
    public Preview preview(Action action, Collection<UUID> objectIds) {
        return previews.of(action, objectIds);
    }

    /**
     * Asks for an action. It waits for approval for three days; where an owner set that so few devices need none, it is
     * carried out at once with the identity of who asks.
     *
     * @return the request as it was stored
     * @throws RequestRefusedException if it can't be asked for; nothing was stored
     */
    public ChangeRequest ask(NewRequest wanted) {
        Actor actor = currentActor.get();
        if (wanted.reason().isBlank()) {
            throw new RequestRefusedException(
                    "Give a reason: whoever approves it, and whoever reads the audit log, needs it.",
                    RequestRefusedException.REASON);
        }
        requireShort("reason", wanted.reason(), RequestRefusedException.REASON);
        requireShort("source", wanted.source(), "");
        resultCheck.requireNewest(wanted);
        Preview preview = previews.of(wanted.action(), wanted.objectIds());
        check(wanted, preview, actor);
        ChangeRequest stored = store(wanted, preview, actor);
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

    private void check(NewRequest wanted, Preview preview, Actor actor) {
        if (!preview.hindrance().isEmpty()) {
            throw new RequestRefusedException(preview.hindrance());
        }
        if (wanted.objectIds().isEmpty() || !preview.refused().isEmpty()) {
            throw new RequestRefusedException(
                    preview.refused().isEmpty()
                            ? "There is no device in it. Pick at least one."
                            : "Since you looked, this has changed for "
                                    + RequestWording.devices(preview.refused().size())
                                    + ", such as "
                                    + preview.refused().getFirst().name() + ": "
                                    + preview.refused().getFirst().reason() + " Look at the list again.");
        }
        if (wanted.seenToWait() && !preview.needsApproval()) {
            throw new RequestRefusedException(
                    "An owner changed the rules meanwhile: it would no longer wait for approval but be"
                            + " carried out at once. Look at it again before you go on.");
        }
        if (preview.finalOnes() != wanted.acknowledgedFinal()) {
            throw new RequestRefusedException("It deletes " + RequestWording.devices(preview.finalOnes())
                    + " for good, and you confirmed " + wanted.acknowledgedFinal() + ". Look at the list again.");
        }
        if (!preview.needsApproval() && !identities.present(actor.id())) {
            throw new RequestRefusedException(
                    "So few devices need no approval, and are acted on with your own identity. Sign in for actions first, under"
                            + " Approvals.");
        }
    }

    private ChangeRequest store(NewRequest wanted, Preview preview, Actor actor) {
        try {
            return Objects.requireNonNull(transactions.execute(transaction -> {
                resultCheck.requireNewest(wanted); // the preview before may rest on two results
                return transitions.submit(request(wanted, preview, actor), preview.devices());
            }));
        } catch (DataIntegrityViolationException e) {
            throw CapViolations.refusal(
                    e, "One of the devices came into another request meanwhile. Look at the list again.");
        }
    }

    private ChangeRequest request(NewRequest wanted, Preview preview, Actor actor) {
        Instant now = clock.instant();
        boolean approval = preview.needsApproval();
        return new ChangeRequest(
                0,
                wanted.action(),
                (approval ? RequestTransition.SUBMIT : RequestTransition.SUBMIT_WITHOUT_APPROVAL).to(),
                wanted.reason().strip(),
                wanted.source(),
                wanted.suggestionId(),
                wanted.action().takesAway() ? runId() : null,
                new HashSet<>(preview.objectIds()).size(),
                actor,
                now,
                now.plus(WAITS),
                approval,
                approval ? null : new Decision(actor, now, ""),
                null,
                null,
                null,
                0);
    }

    private @Nullable Long runId() {
        return flagged.result().map(Run::id).orElse(null);
    }
}
