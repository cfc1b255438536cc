package org.deviceoffboarding.playbook.checklist;

import org.deviceoffboarding.playbook.definition.Step;
import org.jspecify.annotations.Nullable;

/**
 * One step on the checklist of a suggestion.
 *
 * @param number its place, from 1
 * @param tick null while it is not done
 * @param blockedBy the required step that has to be ticked before; null where there is none
 */
public record ChecklistItem(
        int number,
        Step step,
        @Nullable Tick tick,
        @Nullable Step blockedBy) {

    /** Returns whether someone said that it is done. */
    public boolean ticked() {
        return tick != null;
    }
}
