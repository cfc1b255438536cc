package org.deviceoffboarding.graph;

import java.time.Duration;
import org.deviceoffboarding.graph.refusal.RefusalCause;
import org.jspecify.annotations.Nullable;

/**
 * What Graph answered to one change. A change that Graph took is accepted, not proved: only reading the object again
 * shows what became of it.
 *
 * @param id of the {@link GraphWrite}
 * @param status HTTP status; 0 if no answer to this change came
 * @param code of Graph's error body; empty where there was none
 * @param message of Graph's error body, or why there is no answer; short enough for a sentence; may be empty
 * @param retryAfter how long Graph asks to wait, where it does
 */
public record WriteAnswer(
        String id,
        int status,
        String code,
        String message,
        @Nullable Duration retryAfter) {

    static WriteAnswer of(GraphWrite change, GraphErrorResponse outcome) {
        return new WriteAnswer(change.id(), outcome.status(), outcome.code(), outcome.message(), outcome.retryAfter());
    }

    /** @param why a sentence without its full stop */
    static WriteAnswer none(GraphWrite change, String why) {
        return new WriteAnswer(change.id(), 0, "", why, null);
    }

    /** Whether Graph says that it made the change. */
    public boolean done() {
        return status >= 200 && status < 300;
    }

    /** Whether Graph asks to come again later. It may have made the change all the same. */
    public boolean tryLater() {
        return refusal().passes();
    }

    /** Whether the change may have been made or not, for all that this answer says; true of every 5xx as well. */
    public boolean unknown() {
        return status == 0 || status == 408 || status >= 500;
    }

    /** Whether the person's sign-in was not accepted. */
    public boolean unauthorized() {
        return refusal().cause() == RefusalCause.SIGN_IN;
    }

    /** Whether the person lacks a permission or a role for this object. */
    public boolean forbidden() {
        return (status == 401 || status == 403) && !unauthorized();
    }

    /** Whether there is no such object, at least not any more. */
    public boolean notFound() {
        return status == 404;
    }

    /** Returns what Graph answered, for people: status, code and message, or why there is none. Holds no token. */
    public String text() {
        return status == 0 ? message : refusal().toString();
    }

    private GraphErrorResponse refusal() {
        return new GraphErrorResponse(status, code, message, retryAfter, null);
    }
}
