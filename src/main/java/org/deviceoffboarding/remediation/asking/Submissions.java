package org.deviceoffboarding.remediation.asking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.agent.AgentHold;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.delegation.ActionIdentities;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.remediation.execution.CapViolations;
import org.deviceoffboarding.remediation.execution.RequestTransition;
import org.deviceoffboarding.remediation.execution.RequestTransitions;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.ChangeRequest.Decision;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.deviceoffboarding.remediation.request.RequestWording;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores what people ask for, once it is sure that it may be asked for each of the devices. */
@Component
class Submissions {

    /** How long a request waits for approval: what it rests on gets old. */
    static final Duration WAITS = Duration.ofDays(3);

    private final Previews previews;
    private final ResultCheck resultCheck;
    private final FlaggedDevices flagged;
    private final RequestTransitions transitions;
    private final ActionIdentities identities;
    private final AgentHold agent;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Submissions(
            Previews previews,
            ResultCheck resultCheck,
            FlaggedDevices flagged,
            RequestTransitions transitions,
            ActionIdentities identities,
            AgentHold agent,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.previews = previews;
        this.resultCheck = resultCheck;
        this.flagged = flagged;
        this.transitions = transitions;
        this.identities = identities;
        this.agent = agent;
        this.transactions = new TransactionTemplate(transactions);
        this.transactions.setPropagationBehavior(
                TransactionDefinition.PROPAGATION_NESTED); // nothing is left in a caller's
        this.clock = clock;
    }

    /**
     * Stores what a person asks for. In one transaction, in which each device is looked at as it is stored: a part of what was
     * asked for is never left.
     *
     * @throws RequestRefusedException if it can't be asked for; nothing was stored
     */
    ChangeRequest store(NewRequest wanted, Actor actor, Progress progress) {
        Set<UUID> devices = new LinkedHashSet<>(wanted.objectIds());
        try {
            return Objects.requireNonNull(transactions.execute(transaction -> {
                resultCheck.requireNewest(wanted);
                requirePossible(wanted.action(), devices.size());
                boolean needsApproval = previews.needsApproval(wanted.action(), devices);
                if (!needsApproval) {
                    agent.hold(); // it begins at once, and reads with the agent's identity
                }
                ChangeRequest begun = transitions.begin(request(wanted, devices.size(), needsApproval, actor));
                Preview preview = previews.of(wanted.action(), devices, progress, page -> transitions.add(begun, page));
                resultCheck.requireNewest(wanted); // the devices may have been looked at by two results
                check(wanted, preview, needsApproval, actor);
                transitions.submit(begun);
                return begun;
            }));
        } catch (AgentMissingException e) {
            throw new RequestRefusedException(Previews.NO_AGENT);
        } catch (DataIntegrityViolationException e) {
            throw CapViolations.refusal(
                    e, "One of the devices came into another request meanwhile. Look at the list again.");
        }
    }

    private void check(NewRequest wanted, Preview preview, boolean needsApproval, Actor actor) {
        if (!preview.refused().isEmpty()) {
            Preview.Refused first = preview.refused().getFirst();
            throw new RequestRefusedException("Since you looked, this has changed for "
                    + RequestWording.devices(preview.refused().size()) + ", such as " + first.name() + ": "
                    + first.reason() + " Look at the list again.");
        }
        if (wanted.seenToWait() && !needsApproval) {
            throw new RequestRefusedException(
                    "An owner changed the rules meanwhile: it would no longer wait for approval but be"
                            + " carried out at once. Look at it again before you go on.");
        }
        if (preview.finalOnes() != wanted.acknowledgedFinal()) {
            throw new RequestRefusedException("It deletes " + RequestWording.devices(preview.finalOnes())
                    + " for good, and you confirmed " + wanted.acknowledgedFinal() + ". Look at the list again.");
        }
        if (!needsApproval && !identities.present(actor.id())) {
            throw new RequestRefusedException(
                    "So few devices need no approval, and are acted on with your own identity. Sign in for actions first, under"
                            + " Approvals.");
        }
    }

    private void requirePossible(Action action, int devices) {
        if (devices == 0) {
            throw new RequestRefusedException("There is no device in it. Pick at least one.");
        }
        String hindrance = previews.hindrance(action, devices);
        if (!hindrance.isEmpty()) {
            throw new RequestRefusedException(hindrance);
        }
    }

    private ChangeRequest request(NewRequest wanted, int devices, boolean approval, Actor actor) {
        Instant now = clock.instant();
        return new ChangeRequest(
                0,
                wanted.action(),
                (approval ? RequestTransition.SUBMIT : RequestTransition.SUBMIT_WITHOUT_APPROVAL).to(),
                wanted.reason().strip(),
                wanted.source(),
                wanted.suggestionId(),
                wanted.action().takesAway() ? runId() : null,
                devices,
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
