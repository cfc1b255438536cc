package org.deviceoffboarding.graph;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.deviceoffboarding.base.database.PageWork;
import org.deviceoffboarding.graph.answer.BrokenConnectionException;
import org.deviceoffboarding.graph.answer.NotJsonException;
import org.deviceoffboarding.graph.answer.UnusableAnswerException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Repeats a request for as long as that is sensible, and says in a sentence why not when it no longer is. The SDK's own
 * retries are off: they give up after three, and their pause counts as time that the call took.
 */
@Component
class RetryingCalls {

    private final GraphProperties properties;
    private final Waiting waiting;

    RetryingCalls(GraphProperties properties, Waiting waiting) {
        this.properties = properties;
        this.waiting = waiting;
    }

    /** Returns how long to wait: in front of a page that stands still meanwhile, not long. */
    RetryBudget patience() {
        return PageWork.isGoingOn() ? RetryBudget.brief() : new RetryBudget(properties.patience());
    }

    /**
     * Calls until an answer has come whole; once more at once, with another access token, where the first is not accepted.
     *
     * @throws GraphException if none came
     * @throws RefusedException if the page token has expired, which the caller may cure
     * @throws CancellationException if the thread was interrupted; it still is
     */
    <R> R call(GraphOperation operation, RetryBudget budget, AccessTokens tokens, Function<AccessTokens, R> request) {
        return callWith(new UsedTokens(tokens), operation, budget, request);
    }

    /** As {@link #call}, where the first try may have its token by now. */
    <R> R callWith(UsedTokens used, GraphOperation operation, RetryBudget budget, Function<AccessTokens, R> request) {
        while (true) {
            try {
                return request.apply(used);
            } catch (RefusedException e) {
                if (!used.renew(e.refusal())) {
                    afterRefusal(operation, budget, e, used);
                }
            } catch (BrokenConnectionException e) {
                afterBreak(operation, budget, e.why(), e);
            } catch (GraphUnavailableException e) {
                afterBreak(operation, budget, e); // the sign-in in front of Graph
            } catch (NotJsonException e) {
                if (!pauseAfterBreak(operation, budget)) {
                    throw operation.notFromGraph(e.why(), budget.breaks(), e);
                }
            } catch (UnusableAnswerException e) {
                throw operation.unusable(e.why(), e);
            }
        }
    }

    /** Waits before a part of a batch that passes or failed is asked for again, or throws if that is too long or too often. */
    void waitAfter(GraphOperation operation, RetryBudget budget, GraphErrorResponse refusal) {
        if (refusal.passes()) {
            waitOut(operation, budget, refusal);
        } else {
            afterBreak(operation, budget, "it answered " + refusal, new RefusedException(refusal));
        }
    }

    private void waitOut(GraphOperation operation, RetryBudget budget, GraphErrorResponse refusal) {
        Duration pause = budget.afterRefusal(refusal.retryAfter());
        if (pause == null) {
            throw operation.busy(refusal, tooLong(budget, refusal.retryAfter()));
        }
        pause(operation, pause);
    }

    private void afterRefusal(GraphOperation operation, RetryBudget budget, RefusedException e, AccessTokens tokens) {
        GraphErrorResponse refusal = e.refusal();
        if (refusal.passes() || refusal.isServerFault()) {
            waitAfter(operation, budget, refusal);
        } else if (refusal.isExpiredPageToken()) {
            throw e;
        } else {
            throw operation.refused(refusal, tokens);
        }
    }

    private void afterBreak(GraphOperation operation, RetryBudget budget, String why, Throwable cause) {
        if (!pauseAfterBreak(operation, budget)) {
            throw operation.unreachable(why, budget.breaks(), cause);
        }
    }

    private void afterBreak(GraphOperation operation, RetryBudget budget, GraphUnavailableException signIn) {
        if (!pauseAfterBreak(operation, budget)) {
            throw signIn;
        }
    }

    /** Returns whether to try again. */
    private boolean pauseAfterBreak(GraphOperation operation, RetryBudget budget) {
        if (Thread.currentThread().isInterrupted()) {
            throw stopped(operation);
        }
        Duration pause = budget.afterBreak();
        if (pause == null) {
            return false;
        }
        pause(operation, pause);
        return true;
    }

    private void pause(GraphOperation operation, Duration pause) {
        try {
            waiting.waitFor(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(operation);
        }
    }

    /** Returns what to throw where the thread was interrupted. */
    CancellationException stopped(GraphOperation operation) {
        return new CancellationException("Reading " + operation + " was stopped");
    }

    private static String tooLong(RetryBudget budget, @Nullable Duration operation) {
        String waited = "though the portal waited " + budget.waited().toSeconds() + " seconds";
        return operation == null ? waited : waited + " and was asked to wait " + operation.toSeconds() + " more";
    }
}
