package org.deviceoffboarding.remediation.approval;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.agent.AgentHold;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.delegation.ActionIdentities;
import org.deviceoffboarding.evaluation.Freshness;
import org.deviceoffboarding.remediation.execution.CapViolations;
import org.deviceoffboarding.remediation.execution.RequestNews;
import org.deviceoffboarding.remediation.execution.RequestTransition;
import org.deviceoffboarding.remediation.execution.RequestTransitions;
import org.deviceoffboarding.remediation.recheck.AwaitedRun;
import org.deviceoffboarding.remediation.recheck.Recheck;
import org.deviceoffboarding.remediation.recheck.RecheckService;
import org.deviceoffboarding.remediation.recheck.RequiredSteps;
import org.deviceoffboarding.remediation.recheck.RestrictedCount;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.deviceoffboarding.remediation.request.RequestWording;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides about what someone else asked for. */
@Service
@May(Capability.DECIDE)
public class ApprovalService {

    private final RequestTransitions transitions;
    private final RecheckService rechecks;
    private final AwaitedRun awaitedRun;
    private final RequiredSteps requiredSteps;
    private final RequestNews news;
    private final ActionIdentities identities;
    private final AgentHold agent;
    private final CurrentActor currentActor;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ApprovalService(
            RequestTransitions transitions,
            RecheckService rechecks,
            AwaitedRun awaitedRun,
            RequiredSteps requiredSteps,
            RequestNews news,
            ActionIdentities identities,
            AgentHold agent,
            CurrentActor currentActor,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.transitions = transitions;
        this.rechecks = rechecks;
        this.awaitedRun = awaitedRun;
        this.requiredSteps = requiredSteps;
        this.news = news;
        this.identities = identities;
        this.agent = agent;
        this.currentActor = currentActor;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Approves a request as the next does, for an actor who saw that all of its devices are flagged as they were. */
    public void approve(long requestId, String note) {
        approve(requestId, note, Set.of());
    }

    /**
     * Approves a request, which is then carried out with the actor's own identity in Entra. Devices that are no longer flagged
     * by what owners decided since are left alone, unless they are flagged again by the time that they would be sent. Takes a
     * network's time where groups have to be read.
     *
     * @param note may be empty; at most 2,000 characters
     * @param seenLeftAlone those that the actor saw would be left alone
     * @throws RequestRefusedException if it is the actor's own, too late, over a cap, other devices would be left alone than
     *     the actor saw, or all, that can't be told, a step is not ticked that its playbook requires before, the actor has not
     *     signed in for actions, no agent is set up, or no run has read the tenant as the agent since; a refusal for the actor's own
     *     is in the audit log
     */
    public void approve(long requestId, String note, Set<UUID> seenLeftAlone) {
        approve(requestId, note, seenLeftAlone, RestrictedCount.NONE, Progress.UNSEEN);
    }

    /**
     * As {@link #approve(long, String, Set)}, for many devices, and for those in restricted administrative units, too, of which none
     * is approved otherwise.
     *
     * @param vouchedFor the devices and units that the actor saw and says that their role in Entra is assigned in; none where they
     *     don't. That they said so is kept with the request
     */
    public void approve(
            long requestId, String note, Set<UUID> seenLeftAlone, RestrictedCount vouchedFor, Progress progress) {
        Actor actor = currentActor.get();
        requireShort(note);
        ChangeRequest waiting = decidable(requestId, actor);
        if (!identities.present(actor.id())) {
            throw new RequestRefusedException(
                    "What you approve is carried out with your own identity in Entra. Sign in for actions first, then approve.");
        }
        requireSteps(waiting);
        requireVouchedFor(waiting, vouchedFor);
        Recheck recheck = rechecks.of(waiting, Freshness.NOW, progress);
        if (waiting.action().takesAway()) {
            requireAsSeen(recheck, seenLeftAlone);
        }
        begin(
                waiting,
                () -> transitions.approve(
                        waiting,
                        note.strip(),
                        recheck.leftAlone().size(),
                        vouchedFor.devices() > 0,
                        vouchedFor.names()));
        news.announce(waiting);
    }

    /**
     * Rejects a request: nothing is done to its devices.
     *
     * @param note why, for who asked; refused if blank, or longer than 2,000 characters
     * @throws RequestRefusedException if it is the actor's own, or too late
     */
    public void reject(long requestId, String note) {
        Actor actor = currentActor.get();
        if (note.isBlank()) {
            throw new RequestRefusedException(
                    "Say why you reject it, so that who asked knows what to change.", RequestRefusedException.NOTE);
        }
        requireShort(note);
        ChangeRequest waiting = decidable(requestId, actor);
        decide(() -> transitions.reject(waiting, note.strip()));
        news.announce(waiting);
    }

    /**
     * Lets a request go on that Entra refused, after somebody put right what was missing.
     *
     * @throws RequestRefusedException if it does not need that, whoever approved it has not signed in for actions again, or no run
     *     has read the tenant as the agent since it was given another identity
     */
    public void tryAgain(long requestId) {
        ChangeRequest blocked = transitions.requireReady(requestId, RequestTransition.TRY_AGAIN);
        if (!identities.present(blocked.carriedOutAs().id())) {
            throw new RequestRefusedException("It is carried out as "
                    + blocked.carriedOutAs().name() + ", who approved it and has to sign in for actions again first.");
        }
        begin(blocked, () -> transitions.tryAgain(blocked));
        news.announce(blocked);
    }

    /** A run may have found more of them, or found them in other units, since the actor looked. */
    private void requireVouchedFor(ChangeRequest waiting, RestrictedCount vouchedFor) {
        RestrictedCount restricted = rechecks.restricted(waiting);
        if (!vouchedFor.covers(restricted)) {
            String units = restricted.names().isEmpty() ? "" : " (" + String.join(", ", restricted.names()) + ")";
            throw new RequestRefusedException(
                    RequestWording.devices((int) restricted.devices())
                            + " of it are in restricted management administrative units" + units
                            + ", where Entra lets nobody change a device but who has a role that is assigned in that unit. If yours is, close"
                            + " this, open it again and tick that; else reject the request, or let somebody approve it whose role is.");
        }
    }

    /** They were ticked when it was asked for; somebody may have taken a tick back since. */
    private void requireSteps(ChangeRequest waiting) {
        List<String> missing = waiting.action().waitsForRequiredSteps() ? requiredSteps.missing(waiting) : List.of();
        if (!missing.isEmpty()) {
            throw new RequestRefusedException(
                    "The playbook requires this before, and it is not ticked: “" + String.join("”, “", missing)
                            + "”. Have it done and ticked at the suggestion, or reject the request.");
        }
    }

    private static void requireShort(String note) {
        if (note.strip().length() > TextLimits.NOTE) {
            throw new RequestRefusedException(
                    "The note has " + note.length() + " characters; at most " + TextLimits.NOTE
                            + " are kept. Shorten it and decide again.",
                    RequestRefusedException.NOTE);
        }
    }

    private static void requireAsSeen(Recheck now, Set<UUID> seenLeftAlone) {
        if (!now.undecided().isEmpty()) {
            throw new RequestRefusedException(now.undecided());
        }
        if (!now.leftAloneIds().equals(seenLeftAlone)) {
            throw new RequestRefusedException("Since you looked, what is in force has changed: "
                    + changed(now, seenLeftAlone) + " Close this and look again before you decide.");
        }
        if (now.flagged().isEmpty()) {
            throw new RequestRefusedException(
                    "None of its devices is flagged any more, so there is nothing to approve. Reject it, or let it be withdrawn.");
        }
    }

    private static String changed(Recheck now, Set<UUID> seenLeftAlone) {
        String count = now.leftAlone().size() + " of " + RequestWording.devices(now.devices())
                + (now.leftAlone().size() == 1 ? " is no longer flagged" : " are no longer flagged");
        return now.leftAlone().stream()
                .filter(each -> !seenLeftAlone.contains(each.objectId()))
                .findFirst()
                .map(first -> count + ", such as " + first.name() + ": " + first.reason())
                .orElse(count + ", fewer than you saw: some are flagged again.");
    }

    private ChangeRequest decidable(long requestId, Actor actor) {
        ChangeRequest waiting = transitions.requireReady(requestId, RequestTransition.APPROVE);
        if (waiting.requestedBy().id().equals(actor.id())) {
            String why = "Nobody decides about their own request, whatever roles they have. Ask another approver.";
            transactions.executeWithoutResult(transaction -> transitions.refuse(waiting, why));
            throw new RequestRefusedException(why);
        }
        if (!clock.instant().isBefore(waiting.expiresAt())) {
            throw new RequestRefusedException(
                    "It waited for three days and can no longer be decided about. What it rests on"
                            + " is old: run again, then ask anew.");
        }
        return waiting;
    }

    /** What is carried out reads each device with the agent's identity, so that the agent is not removed meanwhile. */
    private void begin(ChangeRequest request, Runnable change) {
        try {
            decide(() -> {
                agent.hold();
                requireRun(request);
                change.run();
            });
        } catch (AgentMissingException e) {
            throw new RequestRefusedException(
                    "No agent is set up, and devices are looked at with its identity before anything is done to them. An owner has to"
                            + " set it up under Settings first.");
        }
    }

    /** All devices would be left alone, and the approval used up. */
    private void requireRun(ChangeRequest request) {
        String awaited = awaitedRun.of(request);
        if (!awaited.isEmpty()) {
            throw new RequestRefusedException(awaited);
        }
    }

    private void decide(Runnable change) {
        try {
            transactions.executeWithoutResult(transaction -> change.run());
        } catch (OptimisticLockingFailureException e) {
            throw new RequestRefusedException("Someone else decided about it meanwhile. The page shows how it stands.");
        } catch (DataIntegrityViolationException e) {
            throw CapViolations.refusal(e, "One of its devices is in another request.");
        }
    }
}
