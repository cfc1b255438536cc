package org.deviceoffboarding.base.assignee;

import org.deviceoffboarding.base.Labelled;

/** What something can be assigned to. Names are stored: never renamed. */
public enum AssigneeKind implements Labelled {
    PERSON("Person"),

    /** People who work together: as an owner put them together, or as they are in a group of Entra ID. */
    TEAM("Team");

    private final String label;

    AssigneeKind(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
