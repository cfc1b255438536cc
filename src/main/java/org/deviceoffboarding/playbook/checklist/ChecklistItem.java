package org.deviceoffboarding.playbook.checklist;

import org.deviceoffboarding.playbook.definition.Step;
import org.jspecify.annotations.Nullable;

/**
 * One step on the checklist of a suggestion.
 *
 * @param number its place, from 1
 * @param tick null while it is not done
 * @param portal how far the portal itself is with it; null where it does nothing of it
 * @param blockedBy the first required step that has to be ticked before; null where there is none, or the step can be undone
 */
public record ChecklistItem(
        int number,
        Step step,
        @Nullable Tick tick,
        @Nullable PortalProgress portal,
        @Nullable Step blockedBy) {

    /** Returns whether someone said that it is done, or the portal did it. */
    public boolean ticked() {
        return tick != null;
    }

    /** Returns whether the portal did it, so that its tick is no one's to take back. */
    public boolean doneByPortal() {
        return portal != null && portal.complete();
    }
}
