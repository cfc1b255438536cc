package org.deviceoffboarding.remediation.request;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Actions on devices that one person asked for and, unless an owner allowed small requests without, another one approves.
 *
 * @param reason in the words of who asked; never blank
 * @param source where its devices were picked, for people, such as "suggestion 'Remove iOS devices'"
 * @param suggestionId the suggestion that they were picked from; null if from elsewhere
 * @param runId the run whose result flagged them; null where actions are taken back
 * @param devices how many devices were asked for; never changes
 * @param expiresAt when it can no longer be approved
 * @param decision who approved or rejected it; null until somebody did, and if nobody had to and the portal has not begun
 * @param slotAt from when on its next batch may be sent; null while none is planned
 * @param finishedAt null while it is open
 * @param problem why it does not go on, or waits longer than planned, and what to do; null if nothing is wrong
 * @param version rises with every change of its status
 */
public record ChangeRequest(
        long id,
        Action action,
        RequestStatus status,
        String reason,
        String source,
        @Nullable Long suggestionId,
        @Nullable Long runId,
        int devices,
        Actor requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        boolean needsApproval,
        @Nullable Decision decision,
        @Nullable Instant slotAt,
        @Nullable Instant finishedAt,
        @Nullable String problem,
        long version) {

    /** What one person said about it, and why; the note may be empty. */
    public record Decision(Actor by, Instant at, String note) {}

    /** Returns such as "Disable 12 devices". */
    public String title() {
        return action.label() + " " + RequestWording.devices(devices);
    }

    /** Returns whose identity it is carried out with: who approved it. */
    public Actor carriedOutAs() {
        if (decision == null) {
            throw new IllegalStateException("Nobody has approved request " + id);
        }
        return decision.by();
    }
}
