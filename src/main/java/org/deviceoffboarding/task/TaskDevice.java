package org.deviceoffboarding.task;

import java.time.Instant;
import java.util.UUID;
import org.deviceoffboarding.base.Labelled;
import org.jspecify.annotations.Nullable;

/**
 * A device that a task is about.
 *
 * @param name as it was when it was added; may be empty
 * @param since when it was first seen so
 */
public record TaskDevice(UUID objectId, @Nullable UUID deviceId, String name, State state, Instant since) {

    /** What a device is now. Names are stored: never renamed. */
    public enum State implements Labelled {

        /** There was no inventory to look in. */
        NOT_KNOWN("Not known"),
        THERE("Still there"),
        DISABLED("Disabled"),
        GONE("Gone from Entra"),

        /** Intune has it again, which it had not when it was added. */
        BACK("Back in Intune");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** Returns the name for people. */
        @Override
        public String label() {
            return label;
        }

        /** Returns whether nothing is left to do about a device. */
        public boolean settled() {
            return this == DISABLED || this == GONE || this == BACK;
        }
    }
}
