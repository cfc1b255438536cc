package org.deviceoffboarding.removed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last thing that this portal did to a device in Entra and read back from there. Until something read later says otherwise,
 * it is so, and nobody else did it.
 *
 * @param doneAt when Entra accepted it: what a grace period counts from
 * @param verifiedAt when it was read back
 */
public record VerifiedChange(UUID objectId, Kind kind, Instant doneAt, Instant verifiedAt, long requestId) {

    /** What was done. Names are stored: never renamed. */
    public enum Kind {
        DISABLED("disabled", false),

        /** Somebody else had disabled it; nothing was sent. */
        TAKEN_OVER("taken over", false),
        ENABLED("enabled again", true),
        DELETED("deleted", null),

        /** As disabled as it was before it was deleted. */
        RESTORED("restored", false);

        private final String past;
        private final @Nullable Boolean enabled;

        Kind(String past, @Nullable Boolean enabled) {
            this.past = past;
            this.enabled = enabled;
        }

        /** Returns what the device is since, as a word in a sentence. */
        public String past() {
            return past;
        }

        /** Returns whether the device is enabled since; null where there is none any more. */
        public @Nullable Boolean enabled() {
            return enabled;
        }

        /**
         * Returns whether the device is now as this left it.
         *
         * @param present whether Entra has it
         * @param isEnabled null where Entra does not say, or does not have it
         */
        public boolean isSo(boolean present, @Nullable Boolean isEnabled) {
            return enabled == null ? !present : present && enabled.equals(isEnabled);
        }

        /** Returns whether the device is disabled since, and still there. */
        public boolean leavesDisabled() {
            return Boolean.FALSE.equals(enabled);
        }
    }
}
