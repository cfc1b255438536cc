package org.deviceoffboarding.task;

import org.deviceoffboarding.base.Labelled;

/** How much a task matters beside others. Names are stored: never renamed. */
public enum TaskPriority implements Labelled {
    LOW("Low"),
    NORMAL("Normal"),
    HIGH("High"),
    URGENT("Urgent");

    private final String label;

    TaskPriority(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
