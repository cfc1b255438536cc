package org.deviceoffboarding.remediation.execution;

import java.time.Instant;
import org.deviceoffboarding.remediation.request.Action;
import org.jspecify.annotations.Nullable;

/**
 * The last that Entra accepted from this portal for a device, whether or not it was seen afterwards: Entra shows late.
 *
 * @param acceptedAt when Entra accepted it
 */
record EarlierDoing(Action action, long requestId, Instant acceptedAt) {

    /**
     * Returns who did to a device what it shows now.
     *
     * @param earlier of that device; null where there is nothing
     * @param done what it shows
     * @param verb for it, in the past
     * @param restored whether the database was restored from a backup since, and may lack what this portal did
     */
    static String who(@Nullable EarlierDoing earlier, Action done, String verb, boolean restored) {
        if (restored && (earlier == null || earlier.action() != done)) {
            return "somebody else " + verb + " it, or this portal did, which the restored database does not know";
        }
        return earlier != null && earlier.action() == done
                ? "this portal " + verb + " it (request " + earlier.requestId() + ")"
                : "somebody else " + verb + " it";
    }
}
