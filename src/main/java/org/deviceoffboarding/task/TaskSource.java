package org.deviceoffboarding.task;

import org.deviceoffboarding.base.Labelled;
import org.jspecify.annotations.Nullable;

/**
 * What a task was added from.
 *
 * @param id the number of a suggestion or request, the object ID of a device; null of devices that were picked from a list
 * @param name what it was called then; never blank
 */
public record TaskSource(Kind kind, @Nullable String id, String name) {

    /** Where tasks are added. Names are stored: never renamed. */
    public enum Kind implements Labelled {
        SUGGESTION("Suggestion"),

        /** Devices that somebody picked from a list. */
        DEVICES("Devices"),
        DEVICE("Device"),
        REQUEST("Request");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns the name for people. */
        @Override
        public String label() {
            return label;
        }
    }

    public TaskSource {
        if (name.isBlank() || (id == null) != (kind == Kind.DEVICES)) {
            throw new IllegalArgumentException("No source of a task: " + kind + ", '" + id + "', '" + name + "'");
        }
    }

    /**
     * Returns the number of the suggestion or request.
     *
     * @throws IllegalStateException if it is none
     */
    public long number() {
        if (id == null || kind == Kind.DEVICE) {
            throw new IllegalStateException("Not told apart by numbers: " + this);
        }
        return Long.parseLong(id);
    }
}
