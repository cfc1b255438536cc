package org.deviceoffboarding.graph;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Repeats a request for as long as that is sensible, and says in a sentence why not when it no longer is. The SDK's own
 * retries are off: they give up after three, and their pause counts as time that the call took.
 */
@Component
class PatientCalls {

    private final GraphProperties properties;
    private final Waiting waiting;

    PatientCalls(GraphProperties properties, Waiting waiting) {
        this.properties = properties;
        this.waiting = waiting;
    }

    Patience patience() {
        return new Patience(properties.patience());
    }

    /**
     * Calls until an answer has come whole.
     *
     * @throws GraphException if none came
     * @throws RefusedException if the page token has expired, which the caller may cure
     * @throws CancellationException if the thread was interrupted; it still is
     */
    <R> R call(Asked asked, Patience patience, Supplier<R> request) {
        while (true) {
            try {
                return request.get();
            } catch (RefusedException e) {
                afterRefusal(asked, patience, e);
            } catch (BrokenConnectionException e) {
                afterBreak(asked, patience, e.why(), e);
            } catch (GraphUnavailableException e) {
                afterBreak(asked, patience, e); // the sign-in in front of Graph
            } catch (UnusableAnswerException e) {
                throw asked.unusable(e.why(), e);
            }
        }
    }

    /** Waits for as long as Graph asks, or throws if that is too long. */
    void waitOut(Asked asked, Patience patience, Refusal refusal) {
        Duration pause = patience.afterRefusal(refusal.retryAfter());
        if (pause == null) {
            throw asked.busy(refusal, tooLong(patience, refusal.retryAfter()));
        }
        pause(asked, pause);
    }

    private void afterRefusal(Asked asked, Patience patience, RefusedException e) {
        Refusal refusal = e.refusal();
        if (refusal.passes()) {
            waitOut(asked, patience, refusal);
        } else if (refusal.isServerFault()) {
            afterBreak(asked, patience, "it answered " + refusal, e);
        } else if (refusal.isExpiredPageToken()) {
            throw e;
        } else {
            throw asked.refused(refusal);
        }
    }

    private void afterBreak(Asked asked, Patience patience, String why, Throwable cause) {
        if (!pauseAfterBreak(asked, patience)) {
            throw asked.unreachable(why, patience.breaks(), cause);
        }
    }

    private void afterBreak(Asked asked, Patience patience, GraphUnavailableException signIn) {
        if (!pauseAfterBreak(asked, patience)) {
            throw signIn;
        }
    }

    /** Returns whether to try again. */
    private boolean pauseAfterBreak(Asked asked, Patience patience) {
        if (Thread.currentThread().isInterrupted()) {
            throw stopped(asked);
        }
        Duration pause = patience.afterBreak();
        if (pause == null) {
            return false;
        }
        pause(asked, pause);
        return true;
    }

    private void pause(Asked asked, Duration pause) {
        try {
            waiting.waitFor(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(asked);
        }
    }

    private static CancellationException stopped(Asked asked) {
        return new CancellationException("Reading " + asked + " was stopped");
    }

    private static String tooLong(Patience patience, @Nullable Duration asked) {
        String waited = "though the portal waited " + patience.waited().toSeconds() + " seconds";
        return asked == null ? waited : waited + " and was asked to wait " + asked.toSeconds() + " more";
    }
}
