package org.deviceoffboarding.task.listing;

import org.deviceoffboarding.base.Labelled;

/** Whose tasks are listed. Names stand in addresses and saved views: never renamed. */
public enum TaskWhose implements Labelled {
    MINE("Mine"),

    /** Assigned to a team of the person's, whoever took it on. */
    TEAMS("My teams'"),
    NOBODYS("Nobody's");

    private final String label;

    TaskWhose(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
