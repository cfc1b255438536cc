package org.deviceoffboarding.remediation.ui.asking;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.remediation.request.Action;

/** Lets a person ask for an action that takes back what a finished request did. Declared as a bean. */
interface Undo {

    /** Returns the devices among these that the action may be asked for now. */
    List<UUID> allowed(Action action, List<UUID> objectIds);

    /**
     * Opens a dialog that asks for it.
     *
     * @param objectIds at least one
     * @param source where the devices were picked, for people, such as "request 12"
     * @param done called after it was asked for
     */
    void open(Action action, List<UUID> objectIds, String source, Runnable done);
}
