package org.deviceoffboarding.remediation.approval;

import java.time.Clock;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.delegation.ActionIdentities;
import org.deviceoffboarding.remediation.execution.CapViolations;
import org.deviceoffboarding.remediation.execution.RequestNews;
import org.deviceoffboarding.remediation.execution.RequestTransition;
import org.deviceoffboarding.remediation.execution.RequestTransitions;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.ChangeRequest.Decision;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides about what someone else asked for. */
@Service
@PreAuthorize("hasRole('" + Roles.APPROVER + "')")
public class ApprovalService {

    private final RequestTransitions transitions;
    private final RequestNews news;
    private final ActionIdentities identities;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ApprovalService(
            RequestTransitions transitions,
            RequestNews news,
            ActionIdentities identities,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.transitions = transitions;
        this.news = news;
        this.identities = identities;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Approves a request, which is then carried out with the actor's own identity in Entra.
     *
     * @param note may be empty
     * @throws RequestRefusedException if it is the actor's own, too late, over a cap, or the actor has not signed in for
     *     actions; a refusal for the actor's own is in the audit log
     */
    public void approve(long requestId, String note, Actor actor) {
        ChangeRequest waiting = decidable(requestId, actor);
        if (!identities.present(actor.id())) {
            throw new RequestRefusedException(
                    "What you approve is carried out with your own identity in Entra. Sign in for actions first, then approve.");
        }
        decide(() -> transitions.approve(waiting, new Decision(actor, clock.instant(), note.strip())));
        news.announce(waiting);
    }

    /**
     * Rejects a request: nothing is done to its devices.
     *
     * @param note why, for who asked; refused if blank
     * @throws RequestRefusedException if it is the actor's own, or too late
     */
    public void reject(long requestId, String note, Actor actor) {
        if (note.isBlank()) {
            throw new RequestRefusedException("Say why you reject it, so that who asked knows what to change.");
        }
        ChangeRequest waiting = decidable(requestId, actor);
        decide(() -> transitions.reject(waiting, new Decision(actor, clock.instant(), note.strip())));
        news.announce(waiting);
    }

    /**
     * Lets a request go on that Entra refused, after somebody put right what was missing.
     *
     * @throws RequestRefusedException if it does not need that, or whoever approved it has not signed in for actions again
     */
    public void tryAgain(long requestId, Actor actor) {
        ChangeRequest blocked = transitions.requireReady(requestId, RequestTransition.TRY_AGAIN);
        if (!identities.present(blocked.carriedOutAs().id())) {
            throw new RequestRefusedException("It is carried out as "
                    + blocked.carriedOutAs().name() + ", who approved it and has to sign in for actions again first.");
        }
        decide(() -> transitions.tryAgain(blocked, actor));
        news.announce(blocked);
    }

    private ChangeRequest decidable(long requestId, Actor actor) {
        ChangeRequest waiting = transitions.requireReady(requestId, RequestTransition.APPROVE);
        if (waiting.requestedBy().id().equals(actor.id())) {
            String why = "Nobody decides about their own request, whatever roles they have. Ask another approver.";
            transactions.executeWithoutResult(transaction -> transitions.refuse(waiting, actor, why));
            throw new RequestRefusedException(why);
        }
        if (!clock.instant().isBefore(waiting.expiresAt())) {
            throw new RequestRefusedException(
                    "It waited for three days and can no longer be decided about. What it rests on"
                            + " is old: run again, then ask anew.");
        }
        return waiting;
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
