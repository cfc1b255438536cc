package org.deviceoffboarding.remediation.execution;

import java.time.Clock;
import java.time.Instant;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphPermissionMissingException;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends a request, or says why it does not go on. */
@Component
class RequestEnd {

    private final RequestStore requests;
    private final RequestTransitions transitions;
    private final RequestNews news;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RequestEnd(
            RequestStore requests,
            RequestTransitions transitions,
            RequestNews news,
            TransactionTemplate transactions,
            Clock clock) {
        this.requests = requests;
        this.transitions = transitions;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Ends a request whose devices all have ended. Returns null: there is nothing to go on with. */
    @Nullable
    Instant done(ChangeRequest request) {
        return change(request, () -> transitions.finish(request));
    }

    /**
     * Lets a request wait for a person.
     *
     * @param why sentences that say what to do
     * @return null: it goes on when somebody says so
     */
    @Nullable
    Instant block(ChangeRequest request, String why) {
        return change(request, () -> transitions.block(request, why, null, null));
    }

    /**
     * As {@link #block(ChangeRequest, String)}, for a fault that may be Microsoft's refusal.
     *
     * @return null: it goes on when somebody says so
     */
    @Nullable
    Instant block(ChangeRequest request, String why, Throwable fault) {
        return change(
                request,
                () -> transitions.block(
                        request,
                        why,
                        GraphPermissionMissingException.permissionIn(fault).orElse(null),
                        GraphException.refusalIn(fault).orElse(null)));
    }

    /** Notes what a request waits for at the moment; null clears it. */
    void note(ChangeRequest request, @Nullable String problem) {
        if (requests.note(request.id(), problem)) {
            news.announce(request);
        }
    }

    private @Nullable Instant change(ChangeRequest request, Runnable transition) {
        try {
            transactions.executeWithoutResult(transaction -> transition.run());
            news.announce(request);
            return null;
        } catch (OptimisticLockingFailureException stoppedMeanwhile) {
            return clock.instant();
        }
    }
}
