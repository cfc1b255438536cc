package org.deviceoffboarding.remediation.ui.asking;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.remediation.request.Action;
import org.jspecify.annotations.Nullable;

/**
 * What a person is about to ask for.
 *
 * @param actions those to choose from, at least one
 * @param objectIds of the devices that were picked, each once
 * @param source where they were picked, for people, such as "suggestion 'Remove iOS devices'"
 * @param suggestionId the suggestion that all of them are in; null if there is none
 * @param sort the sort of the suggestion all of whose devices are asked for, which a newer run replaces by another; null for
 *     devices that were picked
 */
record AskDialogInput(
        List<Action> actions,
        List<UUID> objectIds,
        String source,
        @Nullable Long suggestionId,
        @Nullable String sort) {

    AskDialogInput {
        actions = List.copyOf(actions);
        objectIds = List.copyOf(objectIds);
    }
}
