package org.deviceoffboarding.notification;

import org.deviceoffboarding.base.Labelled;

/** How somebody is told of notices of a kind. The names are stored. */
public enum NoticeWay implements Labelled {
    NONE("Not at all"),
    PAGE("In the portal"),
    MAIL("By mail"),
    BOTH("In the portal and by mail");

    private final String label;

    NoticeWay(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Returns whether such notices are shown in the portal. */
    public boolean shown() {
        return this == PAGE || this == BOTH;
    }

    /** Returns whether such notices are sent by mail. */
    public boolean mailed() {
        return this == MAIL || this == BOTH;
    }
}
