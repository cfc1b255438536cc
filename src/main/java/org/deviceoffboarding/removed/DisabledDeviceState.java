package org.deviceoffboarding.removed;

import org.deviceoffboarding.base.Labelled;

/** Whether a device that this portal disabled waits to be deleted. */
public enum DisabledDeviceState implements Labelled {
    IN_QUEUE("In the queue"),

    /** It showed a sign of life, was enabled by someone else, or is gone. */
    LEFT("Left the queue");

    private final String label;

    DisabledDeviceState(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
