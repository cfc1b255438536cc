package org.deviceoffboarding.task.listing;

import org.deviceoffboarding.base.Labelled;

/** When listed tasks are due. Names stand in addresses and saved views: never renamed. */
public enum TaskDue implements Labelled {
    /** Its last day is over, and it is open. */
    OVERDUE("Overdue"),

    /** Today or within the six days after, and open. */
    WEEK("Within a week"),
    LATER("Later"),
    NO_DAY("No due date");

    private final String label;

    TaskDue(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
