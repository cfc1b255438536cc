package org.deviceoffboarding.task;

import org.deviceoffboarding.base.Labelled;

/** What can change of a task. Names are stored: never renamed. */
public enum TaskField implements Labelled {
    ADDED("Added"),
    STATUS("Status"),
    ASSIGNEE("Assigned to"),
    DUE("Due"),
    PRIORITY("Priority"),
    TITLE("Task"),
    NOTE("Note"),
    TICKET("Ticket"),
    SNOOZE("Snoozed until"),

    /** With how many of its devices nothing is left to do. */
    DEVICES("Devices done"),

    /** How its change request stands. */
    REQUEST("Request");

    private final String label;

    TaskField(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
